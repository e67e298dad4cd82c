/**
 * Moves from the box into the results: to the place that was named, or the result looked at, which
 * at first is the first passage. False when there are no results on the page.
 */
export function focusFirstHit(): boolean {
  const hit = ['[data-hit=jump]', '[data-hit][data-current]', '[data-hit]']
    .map((wanted) => document.querySelector<HTMLElement>(wanted))
    .find((found) => found !== null)
  hit?.focus()
  return hit !== undefined
}
