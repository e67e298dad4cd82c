import type { StoryLine } from './story-lines.ts'
import { textDays } from './text-days.ts'

/** 2024-03-05 20:14:33 石红梅 */
const REVERSED =
  /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)[\s　]*(?:上午|下午|晚上|早上|凌晨|中午)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\s　]+([\p{Script=Han}A-Za-z·（）()]{2,16})(?:\(\d+\))?$/u

/** 石红梅 2024/3/5 20:14: who wrote the message below, and when. */
export function chatLine(text: string): { name: string; on?: string } | undefined {
  const match =
    /^([\p{Script=Han}A-Za-z·（）()]{2,16})[\s　]+((?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\s　]*)?(?:上午|下午|晚上|早上|凌晨|中午)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/u.exec(
      text.trim(),
    )
  const reversed = match ? undefined : REVERSED.exec(text.trim())
  if (!match && !reversed) return undefined
  const [day] = textDays(match?.[2] ?? reversed?.[1] ?? '')
  return { name: match?.[1] ?? reversed?.[2] ?? '', ...(day && { on: day.date }) }
}

const SPEAKER = /^([\p{Script=Han}]{2,4})(?:[（(]([^（）()]{2,16})[)）])?[:：]\s*(?=\S)/u

/** 张强：各位… in a text in which several lines begin so. */
export function speakerLine(
  text: string,
  lines: readonly StoryLine[],
): { name: string; post?: string; rest: string } | undefined {
  const match = SPEAKER.exec(text)
  const name = match?.[1]
  if (!match || name === undefined || !isConversation(lines)) return undefined
  return { name, rest: text.slice(match[0].length), ...(match[2] !== undefined && { post: match[2] }) }
}

const known = new WeakMap<readonly StoryLine[], boolean>()

/** Two speak in turns, and one of them more than once; labels (单位：, 时间：) come once each. */
function isConversation(lines: readonly StoryLine[]): boolean {
  const before = known.get(lines)
  if (before !== undefined) return before
  const counts = new Map<string, number>()
  for (const { text, type } of lines) {
    const name = type === 'text' || type === 'title' ? SPEAKER.exec(text)?.[1] : undefined
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const talks = counts.size >= 2 && [...counts.values()].some((count) => count >= 2)
  known.set(lines, talks)
  return talks
}

/** 问：怎么做的？ and 答：… */
export function interviewLine(text: string): { asks: boolean; rest: string } | undefined {
  const match = /^(?:(问|Q)|(答|A))\s*[:：]\s*/.exec(text)
  return match ? { asks: match[1] !== undefined, rest: text.slice(match[0].length) } : undefined
}
