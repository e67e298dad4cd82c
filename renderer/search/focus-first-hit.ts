/** Moves from the box into the results; false when there are none on the page. */
export function focusFirstHit(): boolean {
  const hit = document.querySelector<HTMLElement>('[data-hit]')
  hit?.focus()
  return hit !== null
}
