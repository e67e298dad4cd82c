import { createHash } from 'node:crypto'
import { canonicalRevision } from '../items/canonical-form.ts'
import { localDate } from '../items/record-revision.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import type { KeptStory } from './kept-story.ts'
import type { PictureCopyWrites } from './media/picture-copy.ts'
import { readOffice } from './process/story-office.ts'
import { cleanedCopy, storyContent } from './publishable.ts'
import { showContent } from './shown-story.ts'
import type { ShownStory } from './story-view.ts'

/** An own story as readers would see it if it was published now; a picture that cannot be cleaned is left out. */
export async function previewStory(
  library: LibraryAccess,
  story: KeptStory,
  writes: PictureCopyWrites,
): Promise<ShownStory> {
  const office = await readOffice(library.db)
  const cleaned = cleanedCopy(library, writes)
  const { content, story: shown } = await storyContent(
    story,
    office,
    localDate(library.clock()),
    (media) => cleaned(media).catch(() => undefined),
    async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  )
  // In the canonical form, as it will be recorded.
  return showContent(library, canonicalRevision(content).content, shown)
}
