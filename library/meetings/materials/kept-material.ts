import type { MaterialRecord } from './material.schema.ts'

/** A material made here, as it is kept. Times are ISO 8601. */
export interface KeptMaterial {
  readonly id: string
  readonly record: MaterialRecord
  /** Of the record's canonical form. */
  readonly recordSha256: string
  /** The id it had where it was made, for one that came as a file. */
  readonly origin?: string | undefined
  /** The material or item it was copied from here. */
  readonly copiedFrom?: string | undefined
  /** The item it also is, and the revision that it became last. */
  readonly itemId?: string | undefined
  readonly revision?: string | undefined
  readonly createdAt: string
  readonly updatedAt: string
  readonly discardedAt?: string | undefined
}
