import { readFrontMatter } from '../readers/front-matter.ts'
import { normaliseText } from '../readers/normalise-text.ts'
import { safeParts } from './safe-path.ts'

/** How much of a Markdown file is looked at for front matter. */
export const frontMatterBytes = 64 * 1024

/**
 * The files that a native Markdown file names as its attachments, as paths below the same root.
 * They come in with it, so they are neither documents of their own nor refused.
 * @param source the Markdown file's path below the root
 * @param head its first bytes
 */
export function claimedAttachments(source: string, head: Uint8Array): string[] {
  const text = normaliseText(new TextDecoder('utf-8').decode(head))
  if (!text.startsWith('---') || !/^xinhuo[ \t]*:/m.test(text)) return []
  let attachments: readonly { readonly path: string }[]
  try {
    const front = readFrontMatter(text)
    attachments = front?.native ? [...(front.fields.attachments ?? []), ...(front.fields.pictures ?? [])] : []
  } catch {
    // What is wrong with it is said when the file itself is read.
    return []
  }
  const folder = source.split('/').slice(0, -1)
  return attachments.flatMap(({ path }) => {
    const parts = safeParts(path)
    return parts ? [[...folder, ...parts].join('/')] : []
  })
}
