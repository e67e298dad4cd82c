import { plainText } from '../../feeds/site/html.ts'
import { charactersOf } from './text-width.ts'

/** A text that is cut where it pauses, with …… in place of the rest, when it has more characters than that. */
export function shortened(text: string, most: number): string {
  const line = plainText(text).replace(/\s+/gu, ' ').trim()
  const characters = charactersOf(line)
  if (characters.length <= most) return line
  const kept = characters.slice(0, most - 1)
  const pause = kept.findLastIndex((character) => /[，。；：、！？ ]/u.test(character))
  return `${kept.slice(0, pause > most * 0.6 ? pause : kept.length).join('')}…`
}
