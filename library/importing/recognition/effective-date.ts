import { findDates } from './chinese-date.ts'

const fromDay =
  /(?:本|该|此|以上|上述|现予公布|现予发布)[^。；]{0,40}?自(.{8,16}?)[起开]?(?:始|开始)?(?:正式)?(?:施行|实施|执行|生效)/gu
const untilDay =
  /有效期(?:至|到)(.{8,14}?日)|有效期自.{8,14}?日?(?:起)?至(.{8,14}?日)|(?:施行|执行|试行)至(.{8,14}?日)/u

/** When a text comes into force by its own words, the last ones counting: 本法自2024年7月1日起施行. */
export function findEffectiveDate(paragraphs: readonly string[]): string | undefined {
  for (const paragraph of [...paragraphs].reverse()) {
    if (!paragraph.includes('自')) continue
    // 「…自1997年1月1日起施行的…同时废止」 speaks of an older text.
    const own = paragraph.replace(/《[^》]*》[（(][^）)]*[）)]/g, '')
    for (const match of own.matchAll(fromDay)) {
      if (/^的/.test(own.slice(match.index + match[0].length))) continue
      const date = findDates(match[1] ?? '')[0]
      if (date) return date.iso
    }
  }
  return undefined
}

/** True when a text says that it comes into force on the day it is issued. */
export function effectiveWhenIssued(paragraphs: readonly string[]): boolean {
  return paragraphs.some((paragraph) =>
    /自(?:发布|公布|印发|颁布|下发|发文)之日起(?:开始)?(?:施行|实施|执行|生效)/.test(paragraph),
  )
}

/** The last day of validity by the text's own words: 有效期至2027年12月31日. */
export function findExpiryDate(paragraphs: readonly string[]): string | undefined {
  for (const paragraph of [...paragraphs].reverse()) {
    const match = untilDay.exec(paragraph)
    const date = match && findDates(match[1] ?? match[2] ?? match[3] ?? '').at(-1)
    if (date) return date.iso
  }
  return undefined
}
