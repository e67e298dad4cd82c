export const searchBoxId = 'search-box'

/** Moves to the search box, which every desk shows once, and selects what stands in it. */
export function focusSearchBox(): void {
  const box = document.getElementById(searchBoxId)
  if (!(box instanceof HTMLInputElement)) return
  box.focus()
  box.select()
}
