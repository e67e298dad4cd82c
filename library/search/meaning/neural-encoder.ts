import path from 'node:path'
import { NeuralModelError } from './neural-model-error.ts'
import { readNeuralModelFolder } from './neural-model-folder.ts'
import { type ModelOutput, poolSentences, quantiseSentence } from './neural-pooling.ts'
import {
  type ImportNeuralRuntime,
  loadNeuralRuntime,
  type NeuralRuntime,
  type NeuralSession,
} from './neural-runtime.ts'
import { createNeuralTokenizer, type NeuralTokenizer } from './neural-tokenizer.ts'
import type { PassageInContext } from './sentence-encoder.ts'

/**
 * A sentence-embedding model. Vectors are as those of a `SentenceEncoder`, but it takes milliseconds
 * to tens of them for each, in which the thread that calls does nothing else: the vector of a query
 * is made before the synchronous matching, those of passages by a job in a thread or process of its own.
 */
export interface NeuralEncoder {
  readonly id: string
  /** A multiple of 16. */
  readonly dimensions: number
  /** Undefined when nothing but spaces was asked. */
  encodeQuery(text: string): Promise<Int8Array | undefined>
  /** One vector for each passage, in their order. */
  encodePassages(batch: readonly PassageInContext[]): Promise<Int8Array[]>
  /** What of a passage is encoded; equal texts have equal vectors. */
  passageText(passage: PassageInContext): string
  close(): Promise<void>
}

export interface NeuralEncoderOptions {
  /** Threads of one inference; one leaves the machine to the person before it. */
  readonly threads?: number
  readonly importRuntime?: ImportNeuralRuntime
}

const KNOWN_INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'] as const
/** One vector a sentence where the model gives it, else one a token. */
const WANTED_OUTPUTS = ['sentence_embedding', 'last_hidden_state', 'token_embeddings']

/**
 * Opens `models/<name>/` (model.onnx, vocab.txt, config.json) and tries it once.
 * @throws {NeuralModelError} when the runtime or a file is missing, or the model is damaged or no sentence model
 */
export async function openNeuralEncoder(folder: string, options: NeuralEncoderOptions = {}): Promise<NeuralEncoder> {
  const { model, vocabulary, config, id } = await readNeuralModelFolder(folder)
  const runtime = await loadNeuralRuntime(options.importRuntime)
  const name = path.basename(folder)
  const tokenizer = attempt(name, () => createNeuralTokenizer(vocabulary, config))
  const session = await runtime.InferenceSession.create(model, {
    executionProviders: ['cpu'],
    intraOpNumThreads: options.threads ?? 1,
    interOpNumThreads: 1,
    logSeverityLevel: 4,
  }).catch((cause: unknown) => {
    throw new NeuralModelError({
      code: 'NEURAL_MODEL_DAMAGED',
      what: `没有用上语义模型 ${name}：model.onnx 打不开。`,
      why: '文件可能没有拷贝完整，或者版本太新。',
      todo: '检索照常，只是不用这个模型。请重新拷贝一次。',
      cause,
    })
  })

  const encode = async (texts: readonly string[]): Promise<Int8Array[]> => {
    const sentences = texts.map((text) => tokenizer.encode(text))
    // A graph that cannot be told what is padding must not see any.
    const batches = session.inputNames.includes('attention_mask') ? [sentences] : sentences.map((one) => [one])
    const vectors: Int8Array[] = []
    for (const batch of batches.filter((one) => one.length > 0)) {
      const output = await run(runtime, session, tokenizer, batch)
      const lengths = batch.map((sentence) => sentence.length)
      const pooled = poolSentences(output, lengths, config.pooling)
      vectors.push(...pooled.map((vector) => quantiseSentence(vector, config.normalize)))
    }
    return vectors
  }
  const passageText = ({ title, path: above, heading, text }: PassageInContext) =>
    config.passagePrefix + [title, ...above, heading, text].filter((part) => part !== '').join(' ')

  try {
    // The first word of most vocabularies is a mark: any text will do.
    const [probe] = await encode(['一'])
    if (!probe?.some((value) => value !== 0)) throw new TypeError('the probe has no direction')
    return {
      id,
      dimensions: probe.length,
      passageText,
      async encodeQuery(text) {
        return text.trim() === '' ? undefined : (await encode([config.queryPrefix + text]))[0]
      },
      encodePassages: (batch) => encode(batch.map(passageText)),
      close: () => session.release(),
    }
  } catch (cause) {
    await session.release()
    throw unsuitable(name, cause)
  }
}

async function run(
  runtime: NeuralRuntime,
  session: NeuralSession,
  tokenizer: NeuralTokenizer,
  sentences: readonly (readonly number[])[],
): Promise<ModelOutput> {
  const width = Math.max(...sentences.map((sentence) => sentence.length))
  const values = {
    input_ids: (sentence: readonly number[], token: number) => sentence[token] ?? tokenizer.padding,
    attention_mask: (sentence: readonly number[], token: number) => (token < sentence.length ? 1 : 0),
    token_type_ids: () => 0,
  }
  const feeds: Record<string, object> = {}
  for (const { name, type } of session.inputMetadata) {
    const known = KNOWN_INPUTS.find((one) => one === name)
    if (!known) throw new TypeError(`the model asks for ${name}`)
    const flat = sentences.flatMap((sentence) =>
      Array.from({ length: width }, (_, token) => values[known](sentence, token)),
    )
    const dims = [sentences.length, width]
    feeds[name] =
      type === 'int32'
        ? new runtime.Tensor('int32', Int32Array.from(flat), dims)
        : new runtime.Tensor('int64', BigInt64Array.from(flat, BigInt), dims)
  }
  const outputs = await session.run(feeds)
  const name = WANTED_OUTPUTS.find((one) => session.outputNames.includes(one)) ?? session.outputNames[0] ?? ''
  const { data, dims } = outputs[name] ?? { data: undefined, dims: [] }
  const asExpected = dims[0] === sentences.length && (dims.length === 2 || (dims.length === 3 && dims[1] === width))
  if (!(data instanceof Float32Array) || !asExpected) throw new TypeError(`the model gives ${dims.join(' × ')}`)
  return { data, dims }
}

function attempt<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw unsuitable(name, cause)
  }
}

const unsuitable = (name: string, cause: unknown) =>
  new NeuralModelError({
    code: 'NEURAL_MODEL_UNSUITABLE',
    what: `没有用上语义模型 ${name}：它不是可用的句子模型。`,
    why: '它要的输入、给出的向量或词表不是句子模型的样子。',
    todo: '检索照常，只是不用这个模型。请换一个 BERT 结构、导出为 ONNX 的句子向量模型。',
    cause,
  })
