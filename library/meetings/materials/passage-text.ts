import { type Passage, splitPassages } from '../../items/passages.ts'
import type { RevisionContent } from '../../items/revision.schema.ts'

/** Characters that a citation keeps at most. */
const LONGEST = 60_000
/** A text of so many characters is cited whole. */
const SHORT = 1500
/** 第十七条第一款 is found at 第十七条. */
export const PROVISION_NUMBER = /^第[^条]{1,12}条(?:之[一二三四五六七八九十]+)?/

/** A passage as it is cited. */
export interface CitedText {
  readonly anchor?: string | undefined
  /** As printed; absent for the beginning of a text, or the whole of it. */
  readonly provision?: string | undefined
  /** Markdown without headings. */
  readonly text: string
}

/** The passage of an anchor; a heading stands for all below it. Undefined when there is none, or nothing in it. */
export const passageAt = (body: string, anchor: string): CitedText | undefined => passageIn(splitPassages(body), anchor)

/** As {@link passageAt}, of a text that was cut already. */
export function passageIn(passages: readonly Passage[], anchor: string): CitedText | undefined {
  const at = passages.findIndex((passage) => passage.anchor === anchor)
  const found = passages[at]
  if (!found) return undefined
  const text = found.type === 'heading' ? textOf(below(passages, at)) : found.markdown
  if (text.trim() === '') return undefined
  return { anchor, provision: found.heading || undefined, text: text.slice(0, LONGEST) }
}

/** The passage that a provision or a heading names as it is cited: 第十七条第一款 is in 第十七条. */
export function passageNamed(body: string, provision: string): CitedText | undefined {
  const name = provision.replace(/\s+/gu, '')
  return passageAt(body, name) ?? passageAt(body, PROVISION_NUMBER.exec(name)?.[0] ?? name)
}

/** What a text says of a provision of another: the paragraphs that name it, and not one of that number elsewhere. */
export function passagesNaming(body: string, title: string, provision: string): string | undefined {
  const number = PROVISION_NUMBER.exec(provision)?.[0]
  if (number === undefined) return undefined
  const paragraphs = splitPassages(body)
    // Lists of what is cited say nothing of it.
    .filter(({ type, path }) => type !== 'heading' && !/引用|依据|来源/u.test(path.at(-1) ?? ''))
    .flatMap(({ markdown }) => markdown.split(/\n{2,}|\n(?=\s*(?:[-*]|\d+\.)\s)/u))
    .filter((paragraph) => namesProvision(paragraph, title, number))
  return paragraphs.length === 0 ? undefined : paragraphs.join('\n\n').slice(0, LONGEST)
}

/** 实施条例第三十五条、第三十六条: a number that follows another title, also in a list, is that one's. */
function namesProvision(paragraph: string, title: string, number: string): boolean {
  const own = title.replace(/[《》]/gu, '')
  for (let at = paragraph.indexOf(number); at !== -1; at = paragraph.indexOf(number, at + 1)) {
    const before = paragraph.slice(0, at).replace(/(?:第[^条]{1,12}条(?:第[^、，。；]{1,4}[款项])?[、和])+$/u, '')
    if (before.replace(/》$/u, '').endsWith(own) || !/[例法定则典》]$/u.test(before)) return true
  }
  return false
}

/** What a text is read for when no place in it was named: all of a short one, else its beginning. */
export function beginningOf({ body }: Pick<RevisionContent, 'body'>): CitedText | undefined {
  const passages = splitPassages(body)
  const words = passages.filter(({ type }) => type !== 'heading')
  const [first] = words
  if (!first) return undefined
  const whole = textOf(passages)
  if (whole.length <= SHORT) return { text: whole }
  const isShort = first.type === 'preamble' && first.markdown.length < 40
  const chosen = isShort ? (words[1] ?? first) : first
  return {
    anchor: chosen.anchor,
    provision: chosen.heading || undefined,
    text: chosen.markdown.slice(0, LONGEST),
  }
}

/** A text as paragraphs, its headings emphasised. */
export const bodyText = (body: string): string => textOf(splitPassages(body))

function below(passages: readonly Passage[], at: number): Passage[] {
  const level = passages[at]?.level ?? 0
  const rest = passages.slice(at + 1)
  const end = rest.findIndex((passage) => passage.type === 'heading' && passage.level <= level)
  return end === -1 ? rest : rest.slice(0, end)
}

const textOf = (passages: readonly Passage[]): string =>
  passages
    .map(({ type, heading, markdown }) =>
      type === 'heading' ? `**${heading}**` : type === 'provision' ? `**${heading}** ${markdown}` : markdown,
    )
    .join('\n\n')
