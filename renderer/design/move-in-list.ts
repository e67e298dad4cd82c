/**
 * Goes one line up or down among the `[data-line]` of a list; from outside to the first.
 * @returns false at either end
 */
export function moveInList(list: HTMLElement | null, step: 1 | -1): boolean {
  const lines = [...(list?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const at = lines.indexOf(document.activeElement as HTMLElement)
  const next = lines[at < 0 ? 0 : at + step]
  next?.focus()
  return next !== undefined
}
