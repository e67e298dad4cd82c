import type { FormSummary } from '../../../library/templates/forms/form-view.ts'

/** A line of the list: one form, or the forms of one batch that follow each other. */
export type FormLine =
  | { readonly kind: 'form'; readonly key: string; readonly form: FormSummary }
  | { readonly kind: 'batch'; readonly key: string; readonly batchId: string; readonly forms: readonly FormSummary[] }

/** Forms in their order, those of one batch in one line where the first of them stands. A batch of one is a form. */
export function foldBatches(forms: readonly FormSummary[]): FormLine[] {
  const batches = new Map<string, FormSummary[]>()
  for (const form of forms) {
    if (form.batchId === undefined) continue
    batches.set(form.batchId, [...(batches.get(form.batchId) ?? []), form])
  }
  const lines: FormLine[] = []
  const told = new Set<string>()
  for (const form of forms) {
    const { batchId } = form
    const together = batchId === undefined ? undefined : batches.get(batchId)
    if (batchId === undefined || !together || together.length < 2) lines.push({ kind: 'form', key: form.id, form })
    else if (!told.has(batchId)) {
      told.add(batchId)
      lines.push({ kind: 'batch', key: batchId, batchId, forms: together })
    }
  }
  return lines
}
