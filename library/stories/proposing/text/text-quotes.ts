import type { TextPerson } from './text-people.ts'

/** What somebody said, word for word. */
export interface TextQuote {
  readonly text: string
  readonly by: string
}

const SAYS = '(?:说道?|讲道?|告诉|表示|坦言|感慨|回忆|叹道?|感叹|喊|问|答|笑着|介绍|直言|念叨|夸)'
/** Who is not named: 婆婆对记者说. */
const ROLE =
  /^[，,]?((?:一位|一名|这位)?[\p{Script=Han}]{0,4}?(?:婆婆|奶奶|爷爷|老人|大娘|大爷|大妈|阿姨|村民|群众|家长|业主|居民|老乡|老支书|党员|孩子|母亲|父亲))(?=[^，。]{0,8}(?:说|讲|道|感慨|念叨))/u
const KIN =
  /([\p{Script=Han}]{2,3}的(?:奶奶|爷爷|母亲|父亲|妈妈|爸爸|儿子|女儿|妻子|丈夫|老伴|外婆|外公|孙子|孙女|家人|邻居|儿媳))/u

/**
 * Words in quotation marks that a text gives to somebody. A word that is only marked (“一次告知”) is no quote, and one
 * that nobody is said to have said is left.
 */
export function textQuotes(text: string, people: readonly TextPerson[]): TextQuote[] {
  return [...text.matchAll(/“([^“”]{4,400})”/g)].flatMap((match) => {
    const said = (match[1] ?? '').trim()
    const before = /[^。！？\n”]*$/.exec(text.slice(0, match.index))?.[0] ?? ''
    const after = /^[^。！？\n“]*/.exec(text.slice(match.index + match[0].length))?.[0] ?? ''
    const isSpeech = /[。！？…!?]$/.test(said)
    const ledIn = new RegExp(`${SAYS}[^，。“”]{0,12}[:：，,]\\s*$|[:：]\\s*$`).test(before)
    const led = ledIn || new RegExp(`${SAYS}[^，。“”]{0,4}$`).test(before)
    const followed = new RegExp(`^[^，。“”]{0,14}${SAYS}`).test(after)
    if (!ledIn && !isSpeech && !(led && said.length >= 6) && !followed) return []
    const speaker =
      (led || ledIn ? speakerIn(before, people, 'last') : undefined) ??
      ((led || ledIn) && /[他她]/.test(before) ? lastNamed(text.slice(0, match.index), people) : undefined) ??
      speakerInBrackets(after, people) ??
      (followed || (isSpeech && before.trim() === '') ? speakerIn(after.slice(0, 30), people, 'first') : undefined)
    const role = speaker ?? (followed ? ROLE.exec(after)?.[1] : undefined)
    return role && (isSpeech || ledIn || followed) ? [{ text: said, by: role }] : []
  })
}

function speakerIn(text: string, people: readonly TextPerson[], which: 'first' | 'last'): string | undefined {
  const kin = KIN.exec(text)?.[1]
  if (kin) return kin
  const named = people
    .map(({ name }) => ({ name, at: which === 'first' ? text.indexOf(name) : text.lastIndexOf(name) }))
    .filter(({ at }) => at >= 0)
    // Who stands first in a sentence says it: 彭涛在视频里对谢婷说.
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length)
  return named[0]?.name
}

/** Whom 他 and 她 mean: who was named last before. */
function lastNamed(text: string, people: readonly TextPerson[]): string | undefined {
  const named = people.map(({ name }) => ({ name, at: text.lastIndexOf(name) })).filter(({ at }) => at >= 0)
  return named.toSorted((a, b) => b.at - a.at)[0]?.name
}

/** “…”（居民 曹大妈） */
function speakerInBrackets(after: string, people: readonly TextPerson[]): string | undefined {
  const inside = /^\s*[（(—-]+\s*([^（）()]{2,24})[)）]?/.exec(after)?.[1]
  return inside === undefined ? undefined : people.find(({ name }) => inside.includes(name))?.name
}
