import { beforeAll, describe, expect, it } from 'vitest'
import { findItem } from '../../../library/items/items.repository.ts'
import { citationsOf } from '../../../library/meetings/materials/citations-of.ts'
import { listMaterials } from '../../../library/meetings/materials/list-materials.ts'
import { allMaterials, findMaterial } from '../../../library/meetings/materials/materials.repository.ts'
import { childBundle } from '../../service/child-bundle.ts'
import { spread } from '../../service/killed-process.ts'
import { closeOnce, startService } from '../../service/running-service.ts'
import { countWriterCalls, runAcknowledging } from '../../stories/run-acknowledging.ts'

const child = childBundle(new URL('./materials-child.ts', import.meta.url))

interface Said {
  readonly kept?: string
  readonly sha256?: string
  readonly revision?: string
  readonly deleted?: string
  readonly done?: boolean
}

describe('keeping meetings, killed before a call of the writer to the disk', () => {
  let calls: { readonly begun: number; readonly calls: number }
  beforeAll(async () => {
    const counted = await countWriterCalls<Said>(child)
    expect(counted.said.at(-1)).toEqual({ done: true })
    calls = counted.calls
  }, 60_000)

  it('keeps the old or the new, loses nothing acknowledged, and lists exactly what there is', async () => {
    let killed = 0
    for (const call of spread(calls.begun, calls.calls, 4)) {
      const { root, said } = await runAcknowledging<Said>(child, { DIE_AT: `writer:${call}` })
      if (!said.some(({ done }) => done)) killed += 1
      const service = await startService(root)
      const { access } = service.session
      const last = new Map(said.flatMap((one) => (one.kept === undefined ? [] : [[one.kept, one] as const])))
      for (const [id, { sha256, revision }] of last) {
        const material = await findMaterial(access.db, id)
        // What was not acknowledged may be there all the same, but whole.
        const isLast = [...last.keys()].at(-1) === id
        if (!isLast) expect(material?.recordSha256).toBe(sha256)
        expect(material?.record.title).toBeDefined()
        if (revision !== undefined) expect((await findItem(access.db, id))?.current_revision).toBe(revision)
      }
      for (const { deleted } of said) {
        if (deleted) expect((await findMaterial(access.db, deleted))?.discardedAt).toBeDefined()
      }
      const kept = new Map<string, number>()
      for await (const { id, record } of allMaterials(access.db)) kept.set(id, citationsOf(record).length)
      const { materials } = await listMaterials(access, { own: true, limit: 50, offset: 0 })
      expect(new Set(materials.map(({ id }) => id))).toEqual(new Set(kept.keys()))
      // The title of what is cited stands beside it.
      const rows = await access.db
        .selectFrom('material_citation')
        .where('cite_id', 'not like', '《%')
        .select('material_id')
        .execute()
      for (const [id, cites] of kept) expect(rows.filter((row) => row.material_id === id)).toHaveLength(cites)
      await closeOnce(service)
    }
    expect(killed).toBeGreaterThan(0)
  }, 180_000)
})
