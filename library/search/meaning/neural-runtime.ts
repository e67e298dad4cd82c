import { NeuralModelError } from './neural-model-error.ts'

/** The little of onnxruntime-node that is used; the package is optional and may be missing. */
export interface NeuralRuntime {
  readonly InferenceSession: {
    create(model: string, options: Readonly<Record<string, unknown>>): Promise<NeuralSession>
  }
  readonly Tensor: new (type: 'int64' | 'int32', data: BigInt64Array | Int32Array, dims: readonly number[]) => object
}

export interface NeuralSession {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  readonly inputMetadata: readonly { readonly name: string; readonly isTensor: boolean; readonly type?: string }[]
  run(feeds: Readonly<Record<string, object>>): Promise<Readonly<Record<string, NeuralOutput>>>
  release(): Promise<void>
}

export interface NeuralOutput {
  readonly type: string
  readonly dims: readonly number[]
  readonly data: unknown
}

/** Loads onnxruntime-node; tests give another importer. */
export type ImportNeuralRuntime = () => Promise<unknown>

const importInstalled: ImportNeuralRuntime = () => import('onnxruntime-node')

/** @throws {NeuralModelError} NEURAL_RUNTIME_MISSING when it is not installed or its binary does not run here */
export async function loadNeuralRuntime(load: ImportNeuralRuntime = importInstalled): Promise<NeuralRuntime> {
  try {
    const loaded = (await load()) as { readonly default?: NeuralRuntime } & NeuralRuntime
    // A CommonJS package whose names Node.js does not see beforehand: they are all on `default`.
    const runtime = loaded.default ?? loaded
    if (typeof runtime.InferenceSession?.create !== 'function') throw new TypeError('no InferenceSession')
    return runtime
  } catch (cause) {
    throw new NeuralModelError({
      code: 'NEURAL_RUNTIME_MISSING',
      what: '没有用上语义模型：运行它的组件 onnxruntime-node 没有装上，或不能在这台电脑上运行。',
      todo: '检索照常，只是不用这个模型。从源码运行时请执行 npm ci（不要加 --omit=optional）；也可以删去 models 文件夹。',
      cause,
    })
  }
}
