import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type NeuralEncoder, openNeuralEncoder } from '../../../library/search/meaning/neural-encoder.ts'
import { fillNeuralVectors } from '../../../library/search/meaning/neural-filling.ts'
import { createNeuralSimilarity } from '../../../library/search/meaning/neural-similarity.ts'
import { type NeuralVectors, openNeuralVectors } from '../../../library/search/meaning/neural-vectors.ts'
import { temporaryFolderPerTest } from '../../scripts/temporary-folder.ts'
import { fieldModel, writeTinyModel } from './tiny-onnx-model.ts'

const folder = temporaryFolderPerTest()
const passages = ['田', '地', '房', '酒', '田'].map((text) => ({ title: '', path: [], heading: '', text }))
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function open(): Promise<{ encoder: NeuralEncoder; encoded: string[] }> {
  const opened = await openNeuralEncoder(
    writeTinyModel(path.join(folder.path, 'tiny'), fieldModel, { pooling: 'mean' }),
  )
  closing.push(() => opened.close())
  const encoded: string[] = []
  const encodePassages: NeuralEncoder['encodePassages'] = (batch) => {
    encoded.push(...batch.map((one) => one.text))
    return opened.encodePassages(batch)
  }
  return { encoder: { ...opened, encodePassages }, encoded }
}
function openVectors(model: string, dimensions = 16): NeuralVectors {
  const vectors = openNeuralVectors(path.join(folder.path, 'neural.db'), model, dimensions)
  closing.push(() => vectors.close())
  return vectors
}

describe('the vectors of passages', () => {
  it('are made once for each text, whatever is indexed anew', async () => {
    const { encoder, encoded } = await open()
    const vectors = openVectors(encoder.id)
    expect(await fillNeuralVectors(passages, encoder, vectors)).toBe(4)
    expect(await fillNeuralVectors([...passages].reverse(), encoder, vectors)).toBe(0)
    expect(encoded).toEqual(['田', '地', '房', '酒'])
    expect(vectors.count()).toBe(4)
  })

  it('go on where they were stopped', async () => {
    const { encoder, encoded } = await open()
    const vectors = openVectors(encoder.id)
    const stop = new AbortController()
    const options = { batchSize: 2, signal: stop.signal, onProgress: () => stop.abort() }
    expect(await fillNeuralVectors(passages, encoder, vectors, options)).toBe(2)
    expect(await fillNeuralVectors(passages, encoder, vectors, { batchSize: 2 })).toBe(2)
    expect(encoded).toEqual(['田', '地', '房', '酒'])
  })

  it('of another model do not count, and can be forgotten', async () => {
    const { encoder } = await open()
    const vectors = openVectors(encoder.id)
    await fillNeuralVectors(passages, encoder, vectors)
    const other = openVectors('another')
    expect(other.read(['田'])).toEqual([undefined])
    other.forgetOtherModels()
    expect(vectors.count()).toBe(0)
  })

  it('of another length are not read', () => {
    openVectors('model').write(['田'], [new Int8Array(16)])
    expect(openVectors('model', 32).read(['田'])).toEqual([undefined])
  })

  it('are made anew when the file is damaged', () => {
    writeFileSync(path.join(folder.path, 'neural.db'), 'x'.repeat(9000))
    expect(openVectors('model').count()).toBe(0)
  })
})

describe('how near passages are to a query', () => {
  it('is the cosine where there is a vector, and NaN where there is none yet', async () => {
    const { encoder } = await open()
    const vectors = openVectors(encoder.id)
    await fillNeuralVectors(passages.slice(0, 4), encoder, vectors)
    const index = {
      version: 1,
      passageInContext: (passage: number) => passages[passage] ?? { title: '新', path: [], heading: '', text: '' },
    }
    const similarity = createNeuralSimilarity(encoder, vectors, index)
    const query = (await encoder.encodeQuery('地')) as Int8Array
    const [field, land, , wine, unknown] = similarity.similarityOf(query, Uint32Array.of(0, 1, 2, 3, 9))
    expect(land).toBeCloseTo(1, 1)
    expect(field).toBeGreaterThan(0.9)
    expect(wine).toBeLessThan(0.3)
    expect(unknown).toBeNaN()
  })

  it('follows the index when its numbers mean something else', async () => {
    const { encoder } = await open()
    const vectors = openVectors(encoder.id)
    await fillNeuralVectors(passages, encoder, vectors)
    const state = { version: 1, passageInContext: () => passages[3] as (typeof passages)[0] }
    const similarity = createNeuralSimilarity(encoder, vectors, state)
    const query = (await encoder.encodeQuery('酒')) as Int8Array
    const nearness = () => similarity.similarityOf(query, Uint32Array.of(0))[0]
    expect(nearness()).toBeCloseTo(1, 1)
    state.passageInContext = () => passages[2] as (typeof passages)[0]
    expect(nearness()).toBeCloseTo(1, 1)
    state.version = 2
    expect(nearness()).toBeLessThan(0.3)
  })

  it('takes in what a job wrote meanwhile', async () => {
    const { encoder } = await open()
    const vectors = openVectors(encoder.id)
    const index = { version: 1, passageInContext: () => passages[0] as (typeof passages)[0] }
    const similarity = createNeuralSimilarity(encoder, vectors, index)
    const query = (await encoder.encodeQuery('田')) as Int8Array
    expect(similarity.similarityOf(query, Uint32Array.of(0))[0]).toBeNaN()
    await fillNeuralVectors(passages, encoder, openVectors(encoder.id))
    expect(similarity.similarityOf(query, Uint32Array.of(0))[0]).toBeCloseTo(1, 1)
  })
})
