import { fieldId } from '../../record-form/record-path.ts'

/**
 * Brings a place of the record into sight and the keyboard to it: the field, else the entry it is in, else the next
 * above.
 */
export function goToField(path: string): void {
  const parts = path.split('/')
  for (let length = parts.length; length > 0; length -= 1) {
    const here = parts.slice(0, length).join('/')
    const found =
      document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(here)}"]`) ??
      document.getElementById(fieldId(here)) ??
      document.getElementById(`${fieldId(here)}-words`)
    if (!found) continue
    const control = found.matches('input, textarea, select')
      ? found
      : found.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')
    found.scrollIntoView({ block: found.clientHeight > innerHeight / 2 ? 'start' : 'center' })
    ;(control ?? found).focus({ preventScroll: true })
    return
  }
}
