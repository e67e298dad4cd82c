import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citationsOf } from '../../../library/meetings/materials/citations-of.ts'
import { picturesOf } from '../../../library/meetings/materials/material-pictures.ts'
import type {
  MaterialChanges,
  MaterialPage,
  MaterialProposal,
  MaterialView,
} from '../../../library/meetings/materials/material-view.ts'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import type { RunningService } from '../../../library/service/run-service.ts'
import { ask, closeOnce, importPaths, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

const FOLDERS = ['policies', 'templates', 'stories', 'guides', 'drills', 'meetings', 'learning']
const folder = (name: string) => fileURLToPath(new URL(`../../../content/${name}`, import.meta.url))

let service: RunningService
let page: MaterialPage
beforeAll(async () => {
  const root = path.join(temporaryFolder(afterAll), '资料库')
  service = await startService(root, { atEnd: () => {} })
  await importPaths(service, FOLDERS.map(folder))
  page = await ask<MaterialPage>(service, 'GET', '/api/materials?limit=100')
}, 120_000)
afterAll(() => closeOnce(service))

const view = (id: string) => ask<MaterialView>(service, 'GET', `/api/materials/${id}`)

describe('the ready meetings, drills, guides and paths', () => {
  it('are all read, with nothing changed while nothing came', async () => {
    const types = Map.groupBy(page.materials, ({ type }) => type)
    expect(types.get('meeting')?.length).toBeGreaterThanOrEqual(6)
    expect(types.get('drill')?.length).toBeGreaterThanOrEqual(4)
    expect(types.get('guide')?.length).toBeGreaterThanOrEqual(2)
    expect(types.get('path')?.length).toBeGreaterThanOrEqual(3)
    for (const { id, own, title, changed } of page.materials) {
      expect([title, own, changed]).toEqual([title, false, 0])
      const { changes, cited } = await ask<MaterialChanges>(service, 'GET', `/api/materials/${id}/changes`)
      expect([title, changes]).toEqual([title, []])
      expect(cited.length).toBe(citationsOf((await view(id)).record).length)
    }
  })

  it('have their pictures with them', async () => {
    let pictures = 0
    for (const { id } of page.materials) {
      for (const { sha256, alternative } of picturesOf((await view(id)).record)) {
        pictures += 1
        expect(await service.session.access.blobs.has(sha256)).toBe(true)
        expect(alternative).toBeTruthy()
      }
    }
    expect(pictures).toBeGreaterThan(5)
  })

  it('say in their own words what stands of a law whose text is not here', async () => {
    const meeting = page.materials.find(({ title }) => title.includes('月度干部例会'))
    const cites = citationsOf((await view(meeting?.id ?? '')).record).filter(({ what }) => what === 'passage')
    expect(cites.length).toBeGreaterThan(0)
    for (const { itemId, revision, text, validity } of cites) {
      expect(itemId).toMatch(/^jiedu-/)
      expect(revision).toHaveLength(64)
      expect(validity).toBe('in-force')
      expect(text).toMatch(/^（这个资料库里没有原文。/)
    }
  })

  it('are held with a copy, which names the revisions of what it took', async () => {
    for (const { id, title } of page.materials.filter(({ type }) => type === 'meeting')) {
      const copy = await ask<MaterialView>(service, 'POST', '/api/materials', { from: id })
      expect(copy).toMatchObject({ own: true, title, changed: 0 })
      expect(copy.id).not.toBe(id)
      const { parts } = copy.record as MeetingRecord
      for (const part of parts) {
        if (part.type === 'scene' && part.from)
          expect([part.drill?.type, part.from.revision?.length]).toEqual(['drill', 64])
        if (part.type === 'story') expect(part.story?.sections.length).toBeGreaterThan(0)
      }
    }
    const { total } = await ask<MaterialPage>(service, 'GET', '/api/materials?own=true&type=meeting')
    expect(total).toBe(page.materials.filter(({ type }) => type === 'meeting').length)
  })

  it('have something proposed to them, with reasons and nothing they have already', async () => {
    for (const { id, type } of page.materials) {
      if (type !== 'meeting') continue
      const proposals = await ask<MaterialProposal[]>(service, 'GET', `/api/materials/${id}/proposals`)
      expect(proposals.length).toBeGreaterThan(0)
      const { record } = await view(id)
      const taken = citationsOf(record).flatMap(({ what, itemId }) => (what === 'passage' ? [] : itemId))
      for (const { reasons, reference } of proposals) {
        expect(reasons.length).toBeGreaterThan(0)
        expect(taken).not.toContain(reference.itemId)
      }
    }
  })
})
