import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type NeuralEncoder, openNeuralEncoder } from '../../../library/search/meaning/neural-encoder.ts'
import { findNeuralModel } from '../../../library/search/meaning/neural-model-folder.ts'
import { temporaryFolderPerTest } from '../../scripts/temporary-folder.ts'
import { fieldModel, writeTinyModel } from './tiny-onnx-model.ts'

const folder = temporaryFolderPerTest()
const at = (name = 'tiny') => path.join(folder.path, 'models', name)
const cosine = (a: Int8Array, b: Int8Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / 127 ** 2
const passage = (text: string) => ({ title: '', path: [], heading: '', text })
async function withEncoder<T>(use: (encoder: NeuralEncoder) => Promise<T>, config?: object, model = fieldModel) {
  const encoder = await openNeuralEncoder(writeTinyModel(at(), model, config))
  try {
    return await use(encoder)
  } finally {
    await encoder.close()
  }
}
const one = async (encoder: NeuralEncoder, text: string) =>
  (await encoder.encodePassages([passage(text)]))[0] as Int8Array

describe('a model in the folder of the library', () => {
  it('is found by its file', () => {
    expect(findNeuralModel(folder.path)).toBeUndefined()
    folder.write('models/empty/readme.txt', '')
    writeTinyModel(at(), fieldModel)
    expect(findNeuralModel(folder.path)).toBe(at())
  })

  it('says that like is near like, at a length of about 127', async () => {
    await withEncoder(
      async (encoder) => {
        const [field, land, wine] = await Promise.all(['田', '地', '酒'].map((text) => one(encoder, text)))
        if (!field || !land || !wine) throw new Error('no vectors')
        expect(cosine(field, field)).toBeCloseTo(1, 1)
        expect(cosine(field, land)).toBeGreaterThan(0.9)
        expect(cosine(field, wine)).toBeLessThan(0.3)
      },
      { pooling: 'mean' },
    )
  })

  it('fills its five dimensions up to sixteen', async () => {
    await withEncoder(async (encoder) => {
      expect(encoder.dimensions).toBe(16)
      expect([...(await one(encoder, '房'))].slice(5)).toEqual(Array(11).fill(0))
    })
  })

  it.each(['cls', 'mean'])('gives a batch the vectors of its passages alone (%s)', async (pooling) => {
    await withEncoder(
      async (encoder) => {
        const texts = ['田', '田地房酒房房', '', '酒房']
        const together = await encoder.encodePassages(texts.map(passage))
        for (const [index, text] of texts.entries()) expect(together[index]).toEqual(await one(encoder, text))
        expect(await encoder.encodePassages([])).toEqual([])
      },
      { pooling },
    )
  })

  it('shows no padding to a model that cannot be told of it', async () => {
    const model = { ...fieldModel, output: 'sentence', inputs: ['input_ids'] } as const
    await withEncoder(
      async (encoder) => {
        const [short] = await encoder.encodePassages([passage('田'), passage('酒酒酒酒酒酒')])
        expect(short).toEqual(await one(encoder, '田'))
      },
      {},
      model,
    )
  })

  it('puts the prefix before a query only', async () => {
    await withEncoder(
      async (encoder) => {
        expect(await encoder.encodeQuery('田')).not.toEqual(await one(encoder, '田'))
        expect(await encoder.encodeQuery('田')).toEqual(await one(encoder, 'query: 田'))
        expect(await encoder.encodeQuery(' \n')).toBeUndefined()
      },
      { queryPrefix: 'query: ', pooling: 'mean' },
    )
  })

  it('encodes the title and the headings with the text', async () => {
    await withEncoder(async (encoder) => {
      expect(encoder.passageText({ title: '田', path: ['地', '房'], heading: '', text: '酒' })).toBe('田 地 房 酒')
    })
  })

  it('is another model with other settings', async () => {
    const first = await withEncoder(async (encoder) => encoder.id)
    expect(await withEncoder(async (encoder) => encoder.id, { pooling: 'mean' })).not.toBe(first)
    expect(await withEncoder(async (encoder) => encoder.id, { architectures: ['BertModel'] })).toBe(first)
  })
})

describe('a model that cannot be used', () => {
  const opening = () => openNeuralEncoder(at())

  it('without the runtime says how to get it', async () => {
    writeTinyModel(at(), fieldModel)
    const importRuntime = () => Promise.reject(new Error("Cannot find package 'onnxruntime-node'"))
    await expect(openNeuralEncoder(at(), { importRuntime })).rejects.toMatchObject({
      code: 'NEURAL_RUNTIME_MISSING',
      todo: expect.stringContaining('检索照常'),
    })
  })

  it.each(['model.onnx', 'vocab.txt'])('names the file that is missing: %s', async (name) => {
    rmSync(path.join(writeTinyModel(at(), fieldModel), name))
    await expect(opening()).rejects.toMatchObject({
      code: 'NEURAL_MODEL_INCOMPLETE',
      why: expect.stringContaining(name),
    })
  })

  it('refuses settings that are none', async () => {
    writeTinyModel(at(), fieldModel, { pooling: 'max' })
    await expect(opening()).rejects.toMatchObject({ code: 'NEURAL_MODEL_INCOMPLETE' })
  })

  it('tells a damaged file', async () => {
    writeFileSync(path.join(writeTinyModel(at(), fieldModel), 'model.onnx'), 'not a model')
    await expect(opening()).rejects.toMatchObject({ code: 'NEURAL_MODEL_DAMAGED' })
  })

  it('refuses one that asks for what is not known', async () => {
    writeTinyModel(at(), { ...fieldModel, inputs: ['input_ids', 'pixel_values'] })
    await expect(opening()).rejects.toMatchObject({ code: 'NEURAL_MODEL_UNSUITABLE' })
  })

  it('refuses a vocabulary without marks', async () => {
    writeTinyModel(at(), { ...fieldModel, vocabulary: ['田'] })
    await expect(opening()).rejects.toMatchObject({ code: 'NEURAL_MODEL_UNSUITABLE' })
  })
})
