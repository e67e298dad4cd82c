import type { Draft } from './draft-history.ts'

/** What was typed and not yet saved, with the state of the form it was typed into. */
export interface KeptDraft<Kept = Draft> {
  readonly draft: Kept
  /** What names the state of the form as this window knew it: its `updatedAt`. */
  readonly base: string
}

/**
 * Keeps what is not saved yet over a reload of the window. In sessionStorage and not longer: it holds people's data,
 * which has no business in a browser once the window is closed.
 */
export function keepDraft<Kept>(formId: string, kept: KeptDraft<Kept> | undefined): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(formId), JSON.stringify(kept))
    else sessionStorage.removeItem(keyOf(formId))
  } catch (cause) {
    console.warn('What was typed could not be kept for a reload', cause)
  }
}

export function keptDraft<Kept = Draft>(formId: string): KeptDraft<Kept> | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(formId))
    return text === null ? undefined : (JSON.parse(text) as KeptDraft<Kept>)
  } catch {
    return undefined
  }
}

function keyOf(formId: string): string {
  return `xinhuo.unsaved-form.${formId}`
}
