/**
 * Goes one line up or down in a list of `[data-template]`; from outside to the first.
 * @returns false at either end
 */
export function moveFocus(list: HTMLElement | null, step: 1 | -1): boolean {
  const lines = [...(list?.querySelectorAll<HTMLElement>('[data-template]') ?? [])]
  const at = lines.indexOf(document.activeElement as HTMLElement)
  const next = lines[at < 0 ? 0 : at + step]
  next?.focus()
  return next !== undefined
}
