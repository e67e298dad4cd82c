/** Gives focus to the desk when what had it has gone from the page, for example a row that was removed. */
export function keepFocus(): void {
  if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
}
