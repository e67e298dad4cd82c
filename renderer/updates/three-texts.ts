import type { PassageChange } from '../../library/items/item-view.ts'

/** A passage of the text that both sides started from, and what became of it on each; absent where it is only the other side's. */
export interface ThreeTextRow {
  readonly own: PassageChange | undefined
  readonly offered: PassageChange | undefined
}

/**
 * Puts two comparisons with the same base side by side, passage by passage, in the order of the channel's text.
 * What both sides added alike stands in one row.
 */
export function threeTexts(own: readonly PassageChange[], offered: readonly PassageChange[]): ThreeTextRow[] {
  const rows: ThreeTextRow[] = []
  const left = [...own]
  const take = (key: string): PassageChange | undefined => {
    const at = left.findIndex((change) => keyOf(change) === key)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  for (const change of offered) {
    // The person's additions stand where they wrote them: before the next passage that both have.
    while (left[0]?.type === 'added' && keyOf(left[0]) !== keyOf(change) && change.type !== 'added') {
      rows.push({ own: left.shift(), offered: undefined })
    }
    rows.push({ own: take(keyOf(change)), offered: change })
  }
  return [...rows, ...left.map((change) => ({ own: change, offered: undefined }))]
}

/** True where neither side changed anything. */
export const isUntouched = ({ own, offered }: ThreeTextRow): boolean =>
  (own === undefined || own.type === 'same') && (offered === undefined || offered.type === 'same')

/** Names a passage of the base by its heading and words there; an addition, which is not in the base, by its own. */
function keyOf({ type, heading, oldHeading, words }: PassageChange): string {
  const side = type === 'added' ? 'added' : 'removed'
  const text = words.filter((word) => word.type === 'same' || word.type === side).map((word) => word.text)
  return `${type === 'added' ? 'added' : 'base'}\n${oldHeading ?? heading}\n${text.join('')}`
}
