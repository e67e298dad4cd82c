import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAssociationModel, readAssociationModel } from '../../../library/search/meaning/association-model.ts'
import { associationModelBytes } from '../../../scripts/train/write-association-model.ts'
import { toyModel } from './toy-model.ts'

const model = toyModel({ 老板: 1, 用人单位: 1, 宅基地: 2, ktv: 3, 不: 4 })
const file = associationModelBytes(model)

describe('the file of an association model', () => {
  it('gives back what was written, by path and by file URL', () => {
    const place = path.join(mkdtempSync(path.join(os.tmpdir(), 'association-')), 'association.bin')
    writeFileSync(place, file)
    const read = readAssociationModel(place)
    expect(read).toMatchObject(model)
    expect(readAssociationModel(pathToFileURL(place)).id).toBe(read.id)
  })

  it('is named by its content', () => {
    expect(parseAssociationModel(file).id).toBe(createHash('sha256').update(file.subarray(40)).digest('hex'))
    expect(associationModelBytes(model)).toEqual(file)
    const other = associationModelBytes({ ...model, costs: new Uint8Array(5).fill(7) })
    expect(parseAssociationModel(other).id).not.toBe(parseAssociationModel(file).id)
  })

  it('is read wherever its bytes lie in memory', () => {
    const shifted = new Uint8Array(file.length + 3)
    shifted.set(file, 3)
    expect(parseAssociationModel(shifted.subarray(3))).toMatchObject(model)
  })

  it('is refused when any byte was changed', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(file)
        damaged.writeUInt8((damaged[at] as number) ^ change, at)
        expect(() => parseAssociationModel(damaged)).toThrow(/联想模型/)
      }),
    )
  })

  it('is refused when it ends early', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => {
        expect(() => parseAssociationModel(file.subarray(0, length))).toThrow(
          expect.objectContaining({ code: 'ASSOCIATION_MODEL_DAMAGED' }),
        )
      }),
    )
  })

  it('is refused when it is whole but of another version', () => {
    const newer = Buffer.from(file)
    newer.write('"version":9', file.indexOf('"version":1'))
    createHash('sha256').update(newer.subarray(40)).digest().copy(newer, 8)
    expect(() => parseAssociationModel(newer)).toThrow(
      expect.objectContaining({ code: 'ASSOCIATION_MODEL_OF_ANOTHER_VERSION' }),
    )
  })

  it('says so when it is not there', () => {
    expect(() => readAssociationModel('/nowhere/association.bin')).toThrow(
      expect.objectContaining({ code: 'ASSOCIATION_MODEL_MISSING' }),
    )
  })
})
