import type { KeptShow } from './show.ts'

const keyOf = (materialId: string) => `xinhuo.presenting.${materialId}`

/** Where a presentation is, kept by the window itself: over a reload, and when its page crashed. */
export function keptShow(materialId: string) {
  return {
    read: (): KeptShow | undefined => {
      try {
        const kept = sessionStorage.getItem(keyOf(materialId))
        return kept === null ? undefined : (JSON.parse(kept) as KeptShow)
      } catch {
        return undefined
      }
    },
    write: (kept: KeptShow): void => {
      try {
        sessionStorage.setItem(keyOf(materialId), JSON.stringify(kept))
      } catch (error) {
        console.info('The place in the slides is not kept', error)
      }
    },
  }
}

/** Ended on purpose: the next time begins at the beginning. */
export function forgetShow(materialId: string): void {
  sessionStorage.removeItem(keyOf(materialId))
}
