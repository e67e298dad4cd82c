import type { GuideStep, StepGuideRecord } from '../../../library/meetings/guides/step-guide.schema.ts'

/** One screen of a guide as it is read: what is needed, each step, and how it looks when it is done. */
export type GuidePageView =
  | { readonly kind: 'start' }
  | { readonly kind: 'step'; readonly step: GuideStep; readonly n: number }
  | { readonly kind: 'done' }

export function guidePages({ steps }: StepGuideRecord): GuidePageView[] {
  if (steps.length === 0) return [{ kind: 'start' }]
  return [{ kind: 'start' }, ...steps.map((step, at) => ({ kind: 'step' as const, step, n: at + 1 })), { kind: 'done' }]
}

/** The screen that an address names (`?step=3`), within those there are; the beginning where it names none. */
export function pageOf(step: string | undefined, pages: number): number {
  const at = Number(step ?? 0)
  return Number.isInteger(at) ? Math.max(0, Math.min(pages - 1, at)) : 0
}

/** Where a key leads; undefined for keys that turn no page. */
export function pageByKey(key: string, at: number, pages: number): number | undefined {
  const last = pages - 1
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
    case ' ':
      return Math.min(last, at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
