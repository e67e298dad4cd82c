import { fieldId } from '../../record-form/record-path.ts'

interface Place {
  readonly field: string
  readonly start?: number | undefined
  readonly end?: number | undefined
  readonly quote?: string | undefined
}

/** Brings a field into sight and the keyboard to it, with the words meant chosen; the nearest one above where it is not. */
export function goToPlace({ field, start, end, quote }: Place): void {
  const element = nearest(field)
  const control = element?.matches('input, textarea')
    ? element
    : element?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button')
  const frame = element?.closest<HTMLElement>('[data-form-field]') ?? element
  frame?.scrollIntoView({ block: 'center' })
  ;(control ?? frame)?.focus({ preventScroll: true })
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return
  const fits = quote !== undefined && start !== undefined && control.value.slice(start, end) === quote
  const from = fits ? start : quote ? control.value.indexOf(quote) : -1
  if (from >= 0) control.setSelectionRange(from, from + (quote?.length ?? 0))
}

function nearest(field: string): HTMLElement | null {
  const parts = field.split('/')
  for (let length = parts.length; length > 0; length -= 1) {
    const path = parts.slice(0, length).join('/')
    const found =
      document.getElementById(fieldId(path)) ??
      document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(path)}"]`) ??
      (path === 'cost' || path === 'evidence'
        ? document.getElementById(fieldId(path === 'cost' ? 'cost/people' : 'evidence/how'))
        : null)
    if (found) return found
  }
  return null
}
