import type { Draft } from './draft-history.ts'

/** What was typed and not yet saved, with the state of the form it was typed into. */
export interface KeptDraft {
  readonly draft: Draft
  /** `updatedAt` of the form as this window knew it. */
  readonly base: string
}

/**
 * Keeps what is not saved yet over a reload of the window. In sessionStorage and not longer: it holds people's data,
 * which has no business in a browser once the window is closed.
 */
export function keepDraft(formId: string, kept: KeptDraft | undefined): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(formId), JSON.stringify(kept))
    else sessionStorage.removeItem(keyOf(formId))
  } catch (cause) {
    console.warn('What was typed could not be kept for a reload', cause)
  }
}

export function keptDraft(formId: string): KeptDraft | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(formId))
    return text === null ? undefined : (JSON.parse(text) as KeptDraft)
  } catch {
    return undefined
  }
}

function keyOf(formId: string): string {
  return `xinhuo.unsaved-form.${formId}`
}
