import { viewPassages } from '../items/item-queries.ts'
import type { RevisionContent } from '../items/revision.schema.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { readPublicStory } from './read-public-story.ts'
import { resolvePolicies } from './resolve-policies.ts'
import type { PublicStory } from './story.schema.ts'
import type { ShownStory } from './story-view.ts'

/**
 * A published story as readers see it, wherever it came from.
 * @throws {ItemNotFoundError}
 * @throws {StoryError} STORY_NOT_A_STORY
 */
export async function shownStory(library: LibraryAccess, itemId: string, revision?: string): Promise<ShownStory> {
  const { content, story, revision: shown } = await readPublicStory(library, itemId, revision)
  return { ...(await showContent(library, content, story)), revision: shown }
}

/** What is shown of a story, with its provisions as they stand in this library. */
export async function showContent(
  library: LibraryAccess,
  content: RevisionContent,
  story: PublicStory,
): Promise<ShownStory> {
  return {
    id: content.identifier,
    title: content.title,
    description: content.description,
    label: content.label,
    publishedOn: story.publishedOn,
    topics: content.topics ?? [],
    posts: content.posts ?? [],
    places: content.places ?? [],
    sources: content.sources ?? [],
    story: { ...story, policies: await resolvePolicies(library, story.policies) },
    passages: viewPassages(content.body),
  }
}
