import type { StorySource } from '../../../library/stories/story.schema.ts'
import { storyAddress } from '../story-queries.ts'
import { useSending } from '../use-sending.ts'

type KeptFile = NonNullable<StorySource['file']>

/** Hands files to a story, which keeps them as they are and names them by their hash. They never leave the library. */
export function useKeptFiles(storyId: string | undefined) {
  const sending = useSending<{ readonly files: readonly KeptFile[] }>()
  const keep = async (files: readonly File[]): Promise<readonly KeptFile[]> => {
    if (storyId === undefined || files.length === 0) return []
    const sent = files.map((file) => ({ path: file.name, file }))
    return (await sending.send(`${storyAddress(storyId)}/files`, sent))?.files ?? []
  }
  return { ...sending, keep }
}
