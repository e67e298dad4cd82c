import type { LibraryAccess } from '../../store/library-access.ts'
import { picturesOf } from '../materials/material-pictures.ts'
import type { MaterialView } from '../materials/material-view.ts'
import { citedStates } from '../materials/validity/find-changes.ts'
import type { SlideTheme } from '../outline/outline.schema.ts'
import { knownDesign } from '../pptx/known-designs.ts'
import type { Deck, SlideLook } from './deck.ts'
import { deckOf } from './deck-of.ts'
import { lookOf } from './looks.ts'
import { pictureFacts } from './picture-facts.ts'

export interface MakeDeckOptions {
  /** Instead of the meeting's own. */
  readonly theme?: SlideTheme | undefined
  /** The day for which validity is looked up, `YYYY-MM-DD`. */
  readonly today: string
  /** Parts (turns, steps) that are shown, without the cover and the agenda of a meeting. */
  readonly wanted?: 'all' | readonly string[] | undefined
}

/** The slides of a material as it stands in this library today. */
export async function makeDeck(
  library: Pick<LibraryAccess, 'db' | 'blobs' | 'clock'>,
  { id, record }: Pick<MaterialView, 'id' | 'record'>,
  { theme: asked, today, wanted = 'all' }: MakeDeckOptions,
): Promise<Deck> {
  const theme = asked ?? (record.type === 'meeting' ? record.theme : 'quiet')
  const [states, pictures, { design, warnings }] = await Promise.all([
    citedStates(library as LibraryAccess, record, today),
    pictureFacts(library, picturesOf(record)),
    designOf(library.blobs, record),
  ])
  return deckOf(record, states, lookOf(theme, design), {
    on: today,
    theme,
    pictures,
    warnings,
    ...(wanted !== 'all' && { wanted }),
    ...(record.type === 'drill' && { plays: id }),
  })
}

/** Colours and fonts of the office's own .pptx; one that is gone or broken changes nothing but a warning. */
async function designOf(
  blobs: LibraryAccess['blobs'],
  record: MaterialView['record'],
): Promise<{ design?: Partial<SlideLook>; warnings: string[] }> {
  if (record.type !== 'meeting' || !record.design) return { warnings: [] }
  const { name, sha256 } = record.design
  if (!(await blobs.has(sha256))) return { warnings: [`找不到单位模板“${name}”的文件，幻灯片用了薪火自己的样式。`] }
  try {
    return { design: await knownDesign(sha256, () => blobs.read(sha256)), warnings: [] }
  } catch {
    return { warnings: [`单位模板“${name}”读不出颜色和字体，幻灯片用了薪火自己的样式。`] }
  }
}
