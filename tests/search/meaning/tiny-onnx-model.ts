import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The little of Protocol Buffers' wire format that an ONNX file needs. */
const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)])
const int = (field: number, value: number) => Buffer.from([...varint(field << 3), ...varint(value)])
const bytes = (field: number, ...parts: (Buffer | string)[]) => {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part as string)))
  return Buffer.concat([Buffer.from([...varint((field << 3) | 2), ...varint(content.length)]), content])
}

const FLOAT = 1
const INT64 = 7

/** onnx.proto3: ValueInfoProto { name, type { tensor_type { elem_type, shape } } } */
const value = (field: number, name: string, type: number, dims: readonly (string | number)[]) => {
  const shape = dims.map((dim) => bytes(1, typeof dim === 'number' ? int(1, dim) : bytes(2, dim)))
  return bytes(field, bytes(1, name), bytes(2, bytes(1, int(1, type), bytes(2, ...shape))))
}
const node = (type: string, inputs: readonly string[], output: string, ...attributes: Buffer[]) =>
  bytes(1, ...inputs.map((name) => bytes(1, name)), bytes(2, output), bytes(4, type), ...attributes)

export interface TinyModel {
  readonly vocabulary: readonly string[]
  /** One row for each word. */
  readonly embedding: readonly (readonly number[])[]
  /** `token` looks words up and gives a vector a token; `sentence` gives their mean, padding and all. */
  readonly output: 'token' | 'sentence'
  readonly inputs?: readonly string[]
}

/** An ONNX model (IR 8, opset 13) that looks words up in a table. */
function tinyOnnxModel({ embedding, output, inputs = ['input_ids', 'attention_mask'] }: TinyModel): Buffer {
  const dimensions = embedding[0]?.length ?? 0
  const table = Buffer.from(Float32Array.from(embedding.flat()).buffer)
  const axes = bytes(5, bytes(1, 'axes'), int(8, 1), int(20, 7))
  const flat = bytes(5, bytes(1, 'keepdims'), int(3, 0), int(20, 2))
  const last = output === 'token' ? 'last_hidden_state' : 'sentence_embedding'
  const graph = [
    node('Gather', ['table', 'input_ids'], 'last_hidden_state'),
    ...(output === 'sentence' ? [node('ReduceMean', ['last_hidden_state'], last, axes, flat)] : []),
    bytes(2, 'tiny'),
    bytes(5, int(1, embedding.length), int(1, dimensions), int(2, FLOAT), bytes(8, 'table'), bytes(9, table)),
    ...inputs.map((name) => value(11, name, INT64, ['batch', 'length'])),
    value(12, last, FLOAT, output === 'token' ? ['batch', 'length', dimensions] : ['batch', dimensions]),
  ]
  return Buffer.concat([int(1, 8), bytes(7, ...graph), bytes(8, int(2, 13))])
}

/** Writes a model's folder as an office would put it into `models/`. */
export function writeTinyModel(folder: string, model: TinyModel, config?: object): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'model.onnx'), tinyOnnxModel(model))
  writeFileSync(path.join(folder, 'vocab.txt'), `${model.vocabulary.join('\n')}\n`)
  if (config) writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config))
  return folder
}

/** Four marks and six words; 田 and 地 mean nearly the same. */
export const fieldModel: TinyModel = {
  vocabulary: ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '田', '地', '房', '酒', 'query', ':'],
  embedding: [
    [9, 9, 9, 9, 9],
    [0, 0, 0, 0, 1],
    [0, 0, 0, 0.1, 0],
    [0, 0, 0, 0.1, 0],
    [1, 0.2, 0, 0, 0],
    [1, 0, 0.2, 0, 0],
    [0, 1, 0, 0, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 0, 1, 0],
    [0, 0, 0, 1, 0],
  ],
  output: 'token',
}
