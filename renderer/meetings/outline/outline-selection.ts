/** Which parts are chosen, in no order of their own. */
export interface OutlineSelection {
  /** The part that is open, and from which Shift reaches. */
  readonly open: string | undefined
  readonly chosen: ReadonlySet<string>
}

export const nothingChosen: OutlineSelection = { open: undefined, chosen: new Set() }

/**
 * What a click with or without Shift or Ctrl makes of a selection: alone it opens one part, with Ctrl it adds or takes
 * away one, with Shift it reaches from the open part to this one.
 * @param order the ids of all parts as they stand
 */
export function choosePart(
  selection: OutlineSelection,
  id: string,
  order: readonly string[],
  how: 'only' | 'toggle' | 'range',
): OutlineSelection {
  const { open, chosen } = selection
  if (how === 'only' || open === undefined || !order.includes(open)) return { open: id, chosen: new Set([id]) }
  if (how === 'range') {
    const [from = 0, to = 0] = [order.indexOf(open), order.indexOf(id)].toSorted((a, b) => a - b)
    return { open, chosen: new Set(order.slice(from, to + 1)) }
  }
  const next = new Set(chosen)
  if (!next.delete(id)) return { open: id, chosen: next.add(id) }
  if (next.size === 0) return { open: id, chosen: new Set([id]) }
  return { open: open === id ? [...next].at(-1) : open, chosen: next }
}

/** What is left of a selection when parts came and went; the neighbour opens in place of a part that is gone. */
export function selectionAfter(
  selection: OutlineSelection,
  before: readonly string[],
  after: readonly string[],
): OutlineSelection {
  const { open, chosen } = selection
  const here = new Set(after)
  const kept = new Set([...chosen].filter((id) => here.has(id)))
  if (open === undefined || here.has(open)) {
    return kept.size === chosen.size ? selection : { open, chosen: open === undefined ? kept : kept.add(open) }
  }
  const at = before.indexOf(open)
  const next = [...before.slice(at + 1), ...before.slice(0, Math.max(0, at)).toReversed()].find((id) => here.has(id))
  return { open: next, chosen: next === undefined ? kept : kept.add(next) }
}
