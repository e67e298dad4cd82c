import { randomBytes } from 'node:crypto'
import { canonicalMaterial } from './canonical-material.ts'
import type { KeptMaterial } from './kept-material.ts'
import type { MaterialRecord, MaterialType } from './material.schema.ts'

const NAMES: Readonly<Record<MaterialType, string>> = {
  meeting: 'huiyi',
  drill: 'yanlian',
  guide: 'zhiyin',
  path: 'xuexi',
}

/** A new material. Its id is the item's too, if it becomes one. */
export function beginMaterial(draft: MaterialRecord, now: Date, origin?: string): KeptMaterial {
  const { record, sha256 } = canonicalMaterial(draft)
  const at = now.toISOString()
  // 80 random bits: two offices do not meet.
  const id = `${NAMES[record.type]}-${randomBytes(10).toString('hex')}`
  return { id, record, recordSha256: sha256, origin, createdAt: at, updatedAt: at }
}
