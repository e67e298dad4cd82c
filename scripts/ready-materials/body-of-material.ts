import type { MaterialRecord } from '../../library/meetings/materials/material.schema.ts'
import { picturesOf } from '../../library/meetings/materials/material-pictures.ts'
import { renderMaterial } from '../../library/meetings/materials/render-material.ts'

/** The Markdown of a ready material as its file has it: a guide's pictures by the names of the files beside it. */
export function bodyOfMaterial(record: MaterialRecord): string {
  const pictures = record.type === 'guide' ? picturesOf(record) : []
  let body = renderMaterial(record, new Map(pictures.map(({ sha256 }) => [sha256, sha256])))
  for (const { sha256, name } of pictures) body = body.replaceAll(`](sha256:${sha256})`, `](${name})`)
  return `${body.trimEnd()}\n`
}
