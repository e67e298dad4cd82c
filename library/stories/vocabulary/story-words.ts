import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Names = z.array(z.object({ name: z.string().min(1) }))

const namesIn = (file: URL): readonly string[] => Names.parse(parse(readFileSync(file, 'utf8'))).map(({ name }) => name)

/** The words of the starter channel that stories are filed under, each in its order. */
export interface StoryWords {
  readonly themes: readonly string[]
  readonly topics: readonly string[]
  readonly posts: readonly string[]
  readonly groups: readonly string[]
}

let words: StoryWords | undefined

/** Read once: the files come with the app. */
export function storyWords(): StoryWords {
  words ??= {
    themes: namesIn(new URL('../../../content/vocabulary/themes.yaml', import.meta.url)),
    topics: namesIn(new URL('../../../content/vocabulary/topics.yaml', import.meta.url)),
    posts: namesIn(new URL('../../../content/vocabulary/posts.yaml', import.meta.url)),
    groups: namesIn(new URL('../../../content/vocabulary/groups.yaml', import.meta.url)),
  }
  return words
}
