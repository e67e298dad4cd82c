import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalRevision } from '../../library/items/canonical-form.ts'
import type { RevisionContent } from '../../library/items/revision.schema.ts'
import { importPaths } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { createWorkshop, makeKeys, policy, type WorkshopItem } from './channel-workshop.ts'
import { type Receiver, startReceiver } from './receiver.ts'

const ITEMS = 4
const item = fc.nat(ITEMS - 1)
/** What a publisher does to an item before the next version. */
const edit = fc.record({
  item,
  does: fc.constantFrom('change' as const, 'withdraw' as const, 'return as it was' as const),
})
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('publish' as const),
      edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
      apply: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('go back' as const), to: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('apply' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('import' as const), item }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** The revisions that an item has in a version, the last one being what counts; none when it is withdrawn. */
type Version = ReadonlyMap<string, readonly RevisionContent[]>

describe('versions of a channel in any order', () => {
  let receiver: Receiver
  let folder = ''
  beforeAll(async () => {
    receiver = await startReceiver(temporaryFolder(afterAll), afterAll)
    folder = temporaryFolder(afterAll)
  })

  /** What counts in the library, of the items of one channel. */
  async function counting(prefix: string) {
    const { db } = receiver.service.session.access
    const items = await db
      .selectFrom('item')
      .where('id', 'like', `${prefix}-%`)
      .where('put_away_at', 'is', null)
      .select(['id', 'current_revision'])
      .execute()
    const offered = await db
      .selectFrom('revision')
      .where('item_id', 'in', ['', ...items.map(({ id }) => id)])
      .where('offered', '=', 1)
      .select(['item_id', 'sha256'])
      .execute()
    return new Map(
      items.map(({ id, current_revision }) => [
        id,
        {
          current: current_revision,
          offered: offered
            .filter(({ item_id }) => item_id === id)
            .map(({ sha256 }) => sha256)
            .sort(),
        },
      ]),
    )
  }

  let runs = 0
  async function run(steps: readonly Step[]): Promise<void> {
    const prefix = `suiji${runs++}`
    const channel = `${prefix}-pindao`
    const home = path.join(folder, prefix)
    mkdirSync(home)
    const workshop = createWorkshop(channel, makeKeys(), home)
    const idOf = (number: number) => `${prefix}-${number}`
    const own = new Map<string, RevisionContent>()
    const published: Version[] = []
    const drafted = new Map<string, readonly RevisionContent[]>()
    const known = new Map<string, readonly RevisionContent[]>()
    let texts = 0
    const textOf = (id: string) => policy(id, `溪口镇${id}办法`, [`随机标记${prefix}之${texts++}。`])
    const publish = () => {
      published.push(new Map(drafted))
      const items: WorkshopItem[] = [...known.keys()].map((id) => {
        const revisions = drafted.get(id)
        if (revisions) return { revisions }
        return { id, title: `溪口镇${id}办法`, withdrawn: { withdrawnOn: '2026-11-01', reason: '停用。' } }
      })
      workshop.publish({ version: published.length, items })
    }
    for (let number = 0; number < ITEMS - 1; number++) {
      const revisions = [textOf(idOf(number))]
      known.set(idOf(number), revisions)
      drafted.set(idOf(number), revisions)
    }
    publish()
    await receiver.trust(home)
    let applied: number[] = []
    const requireModel = async (version: number) => {
      const model = new Map<string, { current: string; offered: string[] }>()
      for (const [id, revisions] of published[version - 1] ?? []) {
        const names = revisions.map((revision) => canonicalRevision(revision).sha256)
        model.set(id, { current: names.at(-1) ?? '', offered: [...names].sort() })
      }
      const found = await counting(prefix)
      // The person's own text counts until they choose; what the channel offers of that item is beside the point.
      for (const [id, text] of own) {
        const { sha256 } = canonicalRevision(text)
        expect(found.get(id)?.current).toBe(sha256)
        found.delete(id)
        model.delete(id)
      }
      expect(found).toEqual(model)
      for (const [id, revisions] of published[version - 1] ?? []) {
        if (own.has(id)) continue
        const words = (revisions.at(-1)?.body ?? '').replace(/^第一条 |。$/g, '')
        expect(await receiver.find(words)).toHaveLength(1)
      }
    }
    const apply = async () => {
      await receiver.apply(home)
      const version = published.length
      applied = [...new Set([...applied, version])]
      await requireModel(version)
    }
    await apply()
    for (const one of steps) {
      switch (one.type) {
        case 'publish':
          for (const { item: number, does } of one.edits) {
            const id = idOf(number)
            const before = known.get(id) ?? []
            if (does === 'withdraw') drafted.delete(id)
            else if (does === 'change' || before.length === 0) {
              known.set(id, [...before, textOf(id)])
              drafted.set(id, known.get(id) ?? [])
            } else drafted.set(id, before)
          }
          publish()
          if (one.apply) await apply()
          break
        case 'apply':
          await apply()
          break
        case 'go back': {
          const version = applied[one.to % applied.length] as number
          await receiver.rollBack(channel, version)
          await requireModel(version)
          break
        }
        case 'import': {
          const id = idOf(one.item)
          const text = `---\nxinhuo: 1\nkind: policy\ntitle: 溪口镇${id}办法\nidentifier: ${id}\n---\n第一条 自己的文字${texts++}。\n`
          writeFileSync(path.join(home, '自己.md'), text)
          await importPaths(receiver.service, [path.join(home, '自己.md')])
          const { db } = receiver.service.session.access
          const row = await db
            .selectFrom('revision')
            .where('item_id', '=', id)
            .select('content')
            .orderBy('recorded_seq', 'desc')
            .executeTakeFirstOrThrow()
          own.set(id, JSON.parse(row.content) as RevisionContent)
          break
        }
      }
    }
    await receiver.send('DELETE', `/api/channels/${channel}`)
    expect([...(await counting(prefix)).keys()].sort()).toEqual([...own.keys()].sort())
  }

  it('what counts is what the version says, whatever came before, and the person’s own texts', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), run), {
      numRuns: 12,
      endOnFailure: false,
    })
  })
})
