import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { AssociationModelError } from './association-model-error.ts'
import {
  AssociationModelHeader,
  floatsAt,
  fusionFloats,
  HEADER_AT,
  MAGIC,
  SUM_AT,
  SUM_BYTES,
  VERSION,
} from './association-model-format.ts'
import { FUSION_FEATURES, type FusionWeights } from './rank-fusion.ts'

/** Words, their vectors and weights, and how meaning is weighed with words that match. */
export interface AssociationModel {
  /** SHA-256 of its content, hexadecimal. */
  readonly id: string
  readonly dimensions: number
  readonly words: readonly string[]
  /** How unlikely each word is, 1 … 254. */
  readonly costs: Uint8Array
  /** Per word, `dimensions` bytes. */
  readonly vectors: Int8Array
  readonly passageWeights: Float32Array
  readonly queryWeights: Float32Array
  /** The direction in which passages lie that answer questions; of length one. */
  readonly answering: Float32Array
  readonly fusion: FusionWeights
}

/**
 * Reads the model.
 * @throws {AssociationModelError} when the file is not there, damaged, or of another version
 */
export function readAssociationModel(file: URL | string): AssociationModel {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new AssociationModelError({
      code: 'ASSOCIATION_MODEL_MISSING',
      what: '联想模型打不开，暂时只按字词检索。',
      why: '模型文件不在或者不能读取。',
      todo: '重新安装或者更新起步内容后即可恢复。',
      cause,
    })
  }
  return parseAssociationModel(bytes)
}

/**
 * Takes a model apart without copying its vectors.
 * @throws {AssociationModelError} when it is damaged or of another version
 */
export function parseAssociationModel(file: Uint8Array): AssociationModel {
  const bytes = aligned(file)
  if (bytes.length < HEADER_AT || bytes.toString('latin1', 0, SUM_AT) !== MAGIC) throw damaged('文件开头不对。')
  const id = createHash('sha256')
    .update(bytes.subarray(SUM_AT + SUM_BYTES))
    .digest()
  if (!id.equals(bytes.subarray(SUM_AT, SUM_AT + SUM_BYTES))) throw damaged('校验和不符。')
  const headerLength = bytes.readUInt32LE(SUM_AT + SUM_BYTES)
  const { words, dimensions, fusionUnits } = parseHeader(bytes.toString('utf8', HEADER_AT, HEADER_AT + headerLength))
  const cursor = new SectionCursor(bytes, floatsAt(headerLength))
  const passageWeights = cursor.floats(words)
  const queryWeights = cursor.floats(words)
  const answering = cursor.floats(dimensions)
  const fusion = fusionWeights(cursor.floats(fusionFloats(fusionUnits)), fusionUnits)
  const vectors = cursor.bytes(words * dimensions)
  const model = {
    id: id.toString('hex'),
    dimensions,
    vectors: new Int8Array(vectors.buffer, vectors.byteOffset, vectors.length),
    costs: Uint8Array.from(cursor.bytes(words)),
    words: cursor.rest().split('\n'),
    passageWeights,
    queryWeights,
    answering,
    fusion,
  }
  if (model.words.length !== words) throw damaged('词数不符。')
  return model
}

function parseHeader(text: string): AssociationModelHeader {
  let header: unknown
  try {
    header = JSON.parse(text)
  } catch (cause) {
    throw damaged('说明部分读不懂。', cause)
  }
  const parsed = AssociationModelHeader.safeParse(header)
  if (parsed.success) return parsed.data
  throw new AssociationModelError({
    code: 'ASSOCIATION_MODEL_OF_ANOTHER_VERSION',
    what: '联想模型与本程序不配套，暂时只按字词检索。',
    why: `本程序使用第 ${VERSION} 版格式的模型。`,
    todo: '更新程序或者起步内容后即可恢复。',
    cause: parsed.error,
  })
}

function fusionWeights(all: Float32Array, units: number): FusionWeights {
  const bias = units * FUSION_FEATURES.length
  return {
    units,
    inner: all.subarray(0, bias),
    bias: all.subarray(bias, bias + units),
    outer: all.subarray(bias + units, bias + 2 * units),
    direct: all.subarray(bias + 2 * units),
  }
}

/** The sections of the file one after another. */
class SectionCursor {
  private readonly all: Buffer
  private at: number

  constructor(all: Buffer, at: number) {
    this.all = all
    this.at = at
  }

  floats(count: number): Float32Array {
    const part = this.bytes(count * 4)
    return new Float32Array(part.buffer, part.byteOffset, count)
  }

  bytes(count: number): Uint8Array {
    if (this.at + count > this.all.length) throw damaged('文件不完整。')
    const part = this.all.subarray(this.at, this.at + count)
    this.at += count
    return part
  }

  rest(): string {
    return this.all.toString('utf8', this.at)
  }
}

/** The same bytes where floats can be read in place. */
function aligned(file: Uint8Array): Buffer {
  if (file.byteOffset % 8 === 0) return Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  return Buffer.from(Uint8Array.from(file).buffer)
}

function damaged(why: string, cause?: unknown): AssociationModelError {
  return new AssociationModelError({
    code: 'ASSOCIATION_MODEL_DAMAGED',
    what: '联想模型已损坏，暂时只按字词检索。',
    why,
    todo: '重新安装或者更新起步内容后即可恢复。',
    cause,
  })
}
