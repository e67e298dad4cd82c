import { fieldId } from './field-path.ts'

/** Brings a field into sight and the keyboard to it; a table's cell that is not there leads to its table. */
export function goToField(path: string): void {
  const element = document.getElementById(fieldId(path)) ?? document.getElementById(fieldId(path.split('/')[0] ?? ''))
  const control = element?.matches('input, textarea, button, [tabindex]')
    ? element
    : element?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button')
  const field = element?.closest('[data-form-field]') ?? element
  field?.scrollIntoView({ block: 'nearest' })
  control?.focus({ preventScroll: true })
}
