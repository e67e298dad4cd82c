import { beforeAll, describe, expect, it } from 'vitest'
import { verifyRecord } from '../../../library/stories/process/verify-record.ts'
import { childBundle } from '../../service/child-bundle.ts'
import { spread } from '../../service/killed-process.ts'
import { ask, closeOnce, startService } from '../../service/running-service.ts'
import { countWriterCalls, runAcknowledging } from '../run-acknowledging.ts'
import { deskOver } from './story-desk.ts'

const child = childBundle(new URL('./steps-child.ts', import.meta.url))

interface Said {
  readonly id?: string
  readonly step?: string
  readonly state?: string
  readonly revision?: string
  readonly done?: boolean
}

const run = (environment: Readonly<Record<string, string>>) => runAcknowledging<Said>(child, environment)

describe('a story on its way, killed before a call of the writer to the disk', () => {
  let calls: { readonly begun: number; readonly calls: number }
  beforeAll(async () => {
    const counted = await countWriterCalls<Said>(child)
    expect(counted.said.at(-1)).toEqual({ done: true })
    calls = counted.calls
  }, 60_000)

  it('has taken each step wholly or not at all, with its record and what readers see, and goes on from there', async () => {
    const seen = new Set<string>()
    for (const call of spread(calls.begun, calls.calls, 7)) {
      const { root, said } = await run({ DIE_AT: `writer:${call}` })
      const id = said.find((one) => one.id !== undefined)?.id
      const service = await startService(root)
      const { db } = service.session.access
      const desk = deskOver(service)
      expect(await verifyRecord(db), `call ${call}`).toMatchObject({ strays: [] })
      expect(await verifyRecord(db)).not.toHaveProperty('broken')
      if (id === undefined) {
        await closeOnce(service)
        continue
      }
      const view = await desk.show(id)
      const taken = view.events.filter(({ type }) => type === 'step').map(({ step }) => step)
      const acknowledged = said.flatMap(({ step }) => (step === undefined ? [] : [step]))
      // At most one more than was acknowledged: the one under way.
      expect(taken.slice(0, acknowledged.length)).toEqual(acknowledged)
      expect(taken.length - acknowledged.length).toBeLessThanOrEqual(1)
      const item = await db.selectFrom('item').where('id', '=', id).selectAll().executeTakeFirst()
      const revisions = await db.selectFrom('revision').where('item_id', '=', id).select('sha256').execute()
      const isOut = taken.includes('publish')
      expect(revisions.map(({ sha256 }) => sha256)).toEqual(isOut ? [view.revision] : [])
      expect(item !== undefined && item.put_away_at === null).toBe(isOut && view.state === 'published')
      seen.add(view.state)
      const doctor = await ask<{ checks: { code: string; ok: boolean; detail: string }[] }>(
        service,
        'GET',
        '/api/doctor',
      )
      expect(doctor.checks.filter((check) => !check.ok && check.code !== 'index')).toEqual([])
      if (!isOut) expect((await desk.bring(id, 'published')).state).toBe('published')
      await closeOnce(service)
    }
    expect(seen.size).toBeGreaterThan(2)
  }, 180_000)
})
