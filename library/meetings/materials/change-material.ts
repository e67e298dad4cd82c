import { laterThan } from '../../templates/forms/later-than.ts'
import { canonicalMaterial } from './canonical-material.ts'
import type { KeptMaterial } from './kept-material.ts'
import type { MaterialRecord } from './material.schema.ts'
import { materialChanged } from './material-errors.ts'

/**
 * A material with another record.
 * @param read the hash of the record it was read as
 * @throws {MaterialError} MATERIAL_CHANGED
 */
export function changeMaterial(material: KeptMaterial, draft: MaterialRecord, read: string, now: Date): KeptMaterial {
  const { record, sha256 } = canonicalMaterial(draft)
  // Saved again after an answer that got lost: nothing more is to be done, and nothing is lost.
  if (sha256 === material.recordSha256) return material
  if (read !== material.recordSha256 || record.type !== material.record.type) throw materialChanged()
  return { ...material, record, recordSha256: sha256, updatedAt: laterThan(material.updatedAt, now) }
}
