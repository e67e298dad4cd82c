import { readdirSync, readFileSync } from 'node:fs'
import { MaterialRecord } from '../../library/meetings/materials/material.schema.ts'
import { contentRoot } from './read-content.ts'

export interface ContentMaterial {
  readonly folder: string
  readonly identifier: string
  /** As written, before the schema's defaults. */
  readonly given: unknown
  readonly record: MaterialRecord
}

/** The ready meetings, drills, step-by-step guides and learning paths. */
export function readContentMaterials(): ContentMaterial[] {
  return ['meetings', 'drills', 'guides', 'learning'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, contentRoot))
      .filter((name) => /\.(meeting|drill|guide|path)\.json$/.test(name))
      .map((name) => {
        const given: unknown = JSON.parse(readFileSync(new URL(`${folder}/${name}`, contentRoot), 'utf8'))
        return { folder, identifier: name.split('.')[0] ?? '', given, record: MaterialRecord.parse(given) }
      }),
  )
}
