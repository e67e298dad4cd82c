import type { MaterialRecord } from '../materials/material.schema.ts'
import type { CitedChange } from '../materials/material-view.ts'

/** A material that came as one file, looked at before it is taken in. */
export interface BundleView {
  readonly upload: string
  readonly record: MaterialRecord
  readonly madeAt: string
  /** The name the sender gave itself, and its key's fingerprint. */
  readonly sender: { readonly name: string; readonly fingerprint: string; readonly known: boolean }
  /** Items it carries, with what is here of each. */
  readonly items: readonly {
    readonly itemId: string
    readonly title: string
    readonly kind: string
    readonly here: 'same' | 'newer' | 'other' | 'none'
  }[]
  readonly pictures: number
  /** What is newer here than what it was made with. */
  readonly changes: readonly CitedChange[]
  /** A material of this origin that is here already. */
  readonly before?: { readonly id: string; readonly title: string; readonly updatedAt: string } | undefined
}
