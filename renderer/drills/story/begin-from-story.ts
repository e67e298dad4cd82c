import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import type { ShownStory } from '../../../library/stories/story-view.ts'
import { createMaterial } from '../../materials/material-queries.ts'
import { takeIn } from '../../meetings/adding/take-in.ts'
import { request } from '../../service/client.ts'
import { drillFromStory } from './drill-from-story.ts'

/**
 * Makes a drill from a published story, with the words of the provisions it shows as they stand in this library.
 * @throws {ServiceError} the service refused or did not answer
 */
export async function beginFromStory(storyId: string): Promise<MaterialView> {
  const story = await request<ShownStory>('GET', `/api/stories/shown/${encodeURIComponent(storyId)}`)
  const references = story.story.policies
    .slice(0, 10)
    .flatMap(({ itemId, anchor }) => (itemId ? [{ itemId, ...(anchor && { anchor }) }] : []))
  const { parts } = references.length > 0 ? await takeIn(references) : { parts: [] }
  const cites = parts.flatMap((part) => part.cites).map((cited, at) => ({ ...cited, id: `p${at + 1}` }))
  return createMaterial({ record: drillFromStory(story, cites) })
}
