import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { NeuralModelError } from './neural-model-error.ts'

/** `config.json` beside the model; what a model's own file of that name says besides is passed over. */
const NeuralModelConfig = z.object({
  /** Longer passages are cut. */
  maxTokens: z.int().min(8).max(8192).default(512),
  /** Which vector stands for the sentence: that of `[CLS]`, or the mean over its tokens. */
  pooling: z.enum(['cls', 'mean']).default('cls'),
  queryPrefix: z.string().default(''),
  passagePrefix: z.string().default(''),
  /** False keeps the length that the model gives; it is then scaled so that no value overflows. */
  normalize: z.boolean().default(true),
  lowercase: z.boolean().default(true),
})
export type NeuralModelConfig = z.infer<typeof NeuralModelConfig>

/** A model as an office puts it into `models/<name>/`. */
export interface NeuralModelFolder {
  readonly model: string
  readonly vocabulary: readonly string[]
  readonly config: NeuralModelConfig
  /** SHA-256 of the model, its vocabulary and its settings: another one makes other vectors. */
  readonly id: string
}

/** The first model, by name, of a library; undefined when it has none. */
export function findNeuralModel(libraryRoot: string): string | undefined {
  const models = path.join(libraryRoot, 'models')
  if (!existsSync(models)) return undefined
  const names = readdirSync(models).sort()
  const name = names.find((one) => existsSync(path.join(models, one, 'model.onnx')))
  return name === undefined ? undefined : path.join(models, name)
}

/** @throws {NeuralModelError} NEURAL_MODEL_INCOMPLETE when a file is missing or config.json cannot be read */
export async function readNeuralModelFolder(folder: string): Promise<NeuralModelFolder> {
  const at = (name: string) => path.join(folder, name)
  for (const name of ['model.onnx', 'vocab.txt']) {
    if (!existsSync(at(name))) throw incomplete(folder, `缺少 ${name}。`)
  }
  let config: NeuralModelConfig
  try {
    config = NeuralModelConfig.parse(
      existsSync(at('config.json')) ? JSON.parse(readFileSync(at('config.json'), 'utf8')) : {},
    )
  } catch (cause) {
    throw incomplete(folder, 'config.json 读不懂。', cause)
  }
  const vocabulary = readFileSync(at('vocab.txt'), 'utf8').replace(/\r/g, '').replace(/\n$/, '').split('\n')
  const sum = createHash('sha256').update(JSON.stringify([vocabulary, config]))
  // Large models keep their weights beside the graph, as model.onnx_data or model.onnx.data.
  const parts = readdirSync(folder).filter((name) => name.startsWith('model.onnx'))
  for (const part of parts.sort()) {
    sum.update(`\0${part}\0`)
    for await (const chunk of createReadStream(at(part))) sum.update(chunk as Buffer)
  }
  return { model: at('model.onnx'), vocabulary, config, id: sum.digest('hex') }
}

const incomplete = (folder: string, why: string, cause?: unknown) =>
  new NeuralModelError({
    code: 'NEURAL_MODEL_INCOMPLETE',
    what: `没有用上语义模型 ${path.basename(folder)}。`,
    why,
    todo: '检索照常，只是不用这个模型。请对照说明补齐 model.onnx、vocab.txt 和 config.json。',
    cause,
  })
