import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import type { SearchAnswer } from '../../library/search/search-view.ts'
import { fieldModel, writeTinyModel } from '../search/meaning/tiny-onnx-model.ts'
import { policyText, temporaryFolder } from '../store/temporary-library.ts'
import { ask, closeOnce, importPaths, startService } from './running-service.ts'

const question = '耕田的房怎么办？'
const answer = (service: Parameters<typeof ask>[0]) =>
  ask<SearchAnswer>(service, 'GET', `/api/passages?q=${encodeURIComponent(question)}`)

it('an office’s own model reads every passage in the background and answers with it', async () => {
  const root = temporaryFolder()
  const files = temporaryFolder()
  const folder = writeTinyModel(path.join(root, 'models', 'tiny'), fieldModel)
  writeFileSync(path.join(files, '甲.md'), policyText('甲办法', '酒地房'))
  const service = await startService(root)
  await importPaths(service, [files])
  const vectors = () => {
    if (!existsSync(path.join(root, 'neural.db'))) return 0
    const database = new DatabaseSync(path.join(root, 'neural.db'), { readOnly: true })
    try {
      return Number(database.prepare('SELECT count(*) AS n FROM neural_vector').get()?.n)
    } finally {
      database.close()
    }
  }
  await expect.poll(vectors, { timeout: 15_000 }).toBeGreaterThan(0)
  expect((await answer(service)).hits.length).toBeGreaterThan(0)
  await closeOnce(service)
  expect(existsSync(folder)).toBe(true)
})

it('a damaged model is left alone, and search goes on', async () => {
  const root = temporaryFolder()
  const files = temporaryFolder()
  const folder = writeTinyModel(path.join(root, 'models', 'tiny'), fieldModel)
  writeFileSync(path.join(folder, 'model.onnx'), 'no model')
  writeFileSync(path.join(files, '甲.md'), policyText('甲办法', '酒地房'))
  const service = await startService(root)
  await importPaths(service, [files])
  expect((await answer(service)).hits.length).toBeGreaterThan(0)
  await closeOnce(service)
  expect(existsSync(path.join(root, 'neural.db'))).toBe(false)
})
