import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { importPaths, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { ErrorFacts } from './contract.ts'
import { runCommand } from './run-command.ts'

const Summary = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'submitted', 'verified', 'approved', 'published', 'retired']),
  own: z.boolean(),
  themes: z.array(z.string()),
  heroes: z.array(z.string()),
})
const Facet = z.array(z.strictObject({ value: z.string(), count: z.int() }))
const Page = z.strictObject({
  total: z.int(),
  stories: z.array(Summary),
  facets: z.strictObject({ state: Facet, theme: Facet, post: Facet, place: Facet, group: Facet }),
})
const View = Summary.extend({
  record: z.looseObject({ title: z.string() }),
  recordSha256: z.string().length(64),
  missing: z.array(z.strictObject({ field: z.string(), says: z.string() })),
})
const Shown = z.object({ title: z.string(), story: z.looseObject({}), passages: z.array(z.looseObject({})) })

describe('xinhuo story', () => {
  let library = ''
  let folder = ''
  beforeAll(async () => {
    folder = temporaryFolder(afterAll)
    library = path.join(temporaryFolder(afterAll), '资料库')
    mkdirSync(library, { recursive: true })
    // Commands ask the service that runs; how they do without one is told elsewhere.
    const service = await startService(library, { atEnd: afterAll })
    await importPaths(service, [fileURLToPath(new URL('../../content/stories', import.meta.url))])
  })
  const run = (...rest: string[]) => runCommand(['story', ...rest, '--library', library])
  const json = async <Schema extends z.ZodType>(schema: Schema, ...rest: string[]) => {
    const { code, stdout, stderr } = await run(...rest, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return schema.parse(JSON.parse(stdout))
  }
  const write = (name: string, content: unknown) => {
    const file = path.join(folder, name)
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return file
  }

  it('lists the stories of the library, by words, initials and facets', async () => {
    const all = await json(Page, 'list')
    expect(all.total).toBe(13)
    expect(all.facets.state).toEqual([{ value: 'published', count: 13 }])
    const found = await json(Page, 'list', '--query', 'spytbd', '--group', '残疾人')
    expect(found.stories.map(({ id }) => id)).toEqual(['gushi-canji-butie-shangmen'])
    const shown = await run('show', '少跑一趟')
    expect(shown.stdout).toContain('哪里没做好')
    expect(shown.stdout).toContain('残联')
  }, 180_000)

  it('begins a story from a file, changes it, shows what readers would see, deletes and restores it', async () => {
    const record = {
      title: '按图轮水',
      people: [{ id: 'a', name: '王秀芝', part: 'hero' }],
      done: '王秀芝画了一张图。',
    }
    const made = await json(View, 'new', '--data', write('new.json', record))
    expect(made).toMatchObject({ state: 'draft', own: true, heroes: ['王某'], record: { title: '按图轮水' } })
    const edited = await json(View, 'edit', '按图', '--data', write('edit.json', { themes: ['乡村振兴'] }))
    expect(edited).toMatchObject({ id: made.id, themes: ['乡村振兴'], record: { done: '王秀芝画了一张图。' } })
    expect(await json(View, 'set', '按图', 'places', '石坪乡、高岭村')).toMatchObject({
      record: { title: '按图轮水', places: ['石坪乡', '高岭村'], themes: ['乡村振兴'] },
    })
    expect(JSON.stringify(await json(Shown, 'preview', made.id.slice(0, 12)))).toContain('王某画了一张图。')
    const prov = await json(z.looseObject({ entity: z.record(z.string(), z.looseObject({})) }), 'provenance', made.id)
    expect(Object.keys(prov.entity)).toContain(`sha256:${made.recordSha256}`)
    await json(z.strictObject({ discarded: z.string(), title: z.string() }), 'delete', '按图轮水')
    expect((await json(Page, 'list', '--own')).total).toBe(0)
    expect((await json(Page, 'list', '--state', 'discarded')).stories.map(({ id }) => id)).toEqual([made.id])
    expect((await json(View, 'restore', '按图轮水')).record).toMatchObject({ title: edited.record.title })
  }, 180_000)

  it('says in a sentence what it could not do', async () => {
    const unknown = await run('show', '没有这样的故事', '--json')
    expect(unknown.code).toBe(2)
    expect(ErrorFacts.parse(JSON.parse(unknown.stdout)).error.what).toBe('没有“没有这样的故事”这个故事。')
    const wrong = await run('new', '--data', write('wrong.json', { title: '甲', hero: '乙' }), '--json')
    expect(wrong.code).toBe(1)
    expect(ErrorFacts.parse(JSON.parse(wrong.stdout)).error.code).toBe('BAD_REQUEST')
    const broken = await run('new', '--data', write('broken.json', '['), '--json')
    expect(ErrorFacts.parse(JSON.parse(broken.stdout)).error.what).toContain('这个文件不是故事的内容')
  }, 180_000)
})
