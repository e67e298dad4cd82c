import { createHash } from 'node:crypto'
import type { AssociationModel } from '../../library/search/meaning/association-model.ts'
import {
  type AssociationModelHeader,
  floatsAt,
  HEADER_AT,
  MAGIC,
  SUM_AT,
  SUM_BYTES,
  VERSION,
} from '../../library/search/meaning/association-model-format.ts'
import { FUSION_FEATURES } from '../../library/search/meaning/rank-fusion.ts'

/** The bytes of a model's file, as `association-model-format.ts` has them. */
export function associationModelBytes(model: Omit<AssociationModel, 'id'>): Buffer {
  const { fusion } = model
  const header: AssociationModelHeader = {
    version: VERSION,
    words: model.words.length,
    dimensions: model.dimensions,
    fusionUnits: fusion.units,
    fusionFeatures: [...FUSION_FEATURES],
  }
  const text = Buffer.from(JSON.stringify(header))
  const head = Buffer.alloc(floatsAt(text.length), ' ')
  head.write(MAGIC, 0, 'latin1')
  head.writeUInt32LE(text.length, SUM_AT + SUM_BYTES)
  text.copy(head, HEADER_AT)
  const floats = [
    model.passageWeights,
    model.queryWeights,
    model.answering,
    fusion.inner,
    fusion.bias,
    fusion.outer,
    fusion.direct,
  ]
  const bytes = (part: ArrayBufferView) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  const file = Buffer.concat([
    head,
    ...floats.map(bytes),
    bytes(model.vectors),
    bytes(model.costs),
    Buffer.from(model.words.join('\n')),
  ])
  createHash('sha256')
    .update(file.subarray(SUM_AT + SUM_BYTES))
    .digest()
    .copy(file, SUM_AT)
  return file
}
