import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { findHistory, findItemContent, viewItem } from '../../library/items/item-queries.ts'
import { openTestSession, type TestSession } from './test-session.ts'

let session: TestSession
afterEach(() => session.close())
const start = async () => {
  session = await openTestSession()
}
const today = () => new Date()
const counts = ({ imported, revised, unchanged }: { imported: number; revised: number; unchanged: number }) => [
  imported,
  revised,
  unchanged,
]
const bodyOf = async (title: string) => {
  const item = (await session.items()).find((one) => one.title === title)
  return (await findItemContent(session.access.db, item?.id ?? '', undefined, today())).content.body
}

const older =
  '# 地名管理条例\n\n1986年1月23日国务院发布\n\n<!-- INFO END -->\n\n第一条 为了加强对地名的管理，制定本条例。\n\n第二条 本条例所称地名，包括自然地理实体名称。\n'
const newer =
  '# 地名管理条例\n\n2022年3月30日国务院令第753号公布\n\n<!-- INFO END -->\n\n第一条 为了加强和规范地名管理，制定本条例。\n\n第二条 中华人民共和国境内地名适用本条例。\n'
const longText = (words: string) =>
  Array.from({ length: 12 }, (_, at) => `${at + 1}、各村要${words}，逐户走访，登记在册，及时上报。`).join('\n\n')

describe('importing', () => {
  it.each([
    ['the older first', ['地名管理条例(1986-01-23).md', '地名管理条例(2022-03-30).md']],
    ['the newer first', ['地名管理条例(2022-03-30).md', '地名管理条例(1986-01-23).md']],
  ])('makes two dated files one item with a history, the newest in force current: %s', async (_, names) => {
    await start()
    const texts: Record<string, string> = { '地名管理条例(1986-01-23).md': older, '地名管理条例(2022-03-30).md': newer }
    const results = []
    for (const name of names) results.push(counts(await session.importFiles({ [name]: texts[name] ?? '' }, name)))
    expect(results).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ])
    const [item, ...others] = await session.items()
    expect(others).toEqual([])
    const history = await findHistory(session.access.db, item?.id ?? '', today())
    expect(history.map(({ issuedOn, validity, current }) => ({ issuedOn, validity, current }))).toEqual([
      { issuedOn: '2022-03-30', validity: 'in-force', current: true },
      { issuedOn: '1986-01-23', validity: 'amended', current: false },
    ])
  })

  it('reports unchanged when run again, and a changed file as a new revision', async () => {
    await start()
    const files = {
      '办法.md': '# 走访办法\n\n第一条 每月走访一次。\n',
      '登记.md': '---\nxinhuo: 1\ntitle: 登记\n---\n文\n',
    }
    expect(counts(await session.importFiles(files))).toEqual([2, 0, 0])
    expect(counts(await session.importFiles(files))).toEqual([0, 0, 2])
    expect(counts(await session.importFiles({ '办法.md': '# 走访办法\n\n第一条 每周走访一次。\n' }))).toEqual([0, 1, 1])
    expect(await bodyOf('走访办法')).toContain('每周')
    expect((await session.items()).map((item) => item.revisions)).toEqual([1, 2])
  })

  it('follows a file back to its earlier text', async () => {
    await start()
    const monthly = { '办法.md': '# 走访办法\n\n第一条 每月走访一次，作好记录。\n' }
    await session.importFiles(monthly)
    await session.importFiles({ '办法.md': '# 走访办法\n\n第一条 每周走访一次，作好记录。\n' })
    expect(counts(await session.importFiles(monthly))).toEqual([0, 1, 0])
    expect(await bodyOf('走访办法')).toContain('每月')
    expect((await session.items())[0]?.revisions).toBe(2)
    expect(counts(await session.importFiles(monthly))).toEqual([0, 0, 1])
  })

  it('does not let two files of one title take turns at being current', async () => {
    await start()
    const front = (body: string) => `---\nxinhuo: 1\nidentifier: banfa\ntitle: 办法\n---\n${body}\n`
    const files = { '一.md': front('甲'), '二.md': front('乙') }
    await session.importFiles(files)
    const before = await session.items()
    expect(counts(await session.importFiles(files))).toEqual([0, 0, 2])
    expect(await session.items()).toEqual(before)
  })

  it('recognises the same content under another name', async () => {
    await start()
    const text = '# 走访办法\n\n第一条 每月走访一次。\n'
    const result = await session.importFiles({ '甲.md': text, '乙/走访办法 副本.md': text.replaceAll('\n', '\r\n') })
    expect(counts(result)).toEqual([1, 0, 1])
    expect(result.duplicates).toEqual([{ file: '甲.md', sameAs: '乙/走访办法 副本.md' }])
    const [item] = await session.items()
    const { provenance } = await viewItem(session.access.db, item?.id ?? '', undefined, today())
    expect(provenance.map((entry) => entry.source)).toEqual(['乙/走访办法 副本.md', '甲.md'])
  })

  it('keeps the item when a file is given a better title', async () => {
    await start()
    await session.importFiles({ '通知.md': `# 关于走防工作的通知\n\n${longText('走访')}` })
    const [before] = await session.items()
    expect(counts(await session.importFiles({ '通知.md': `# 关于走访工作的通知\n\n${longText('走访')}` }))).toEqual([
      0, 1, 0,
    ])
    expect((await session.items()).map(({ id, title }) => ({ id, title }))).toEqual([
      { id: before?.id, title: '关于走访工作的通知' },
    ])
  })

  it('makes another item when a file of the same name now holds another text', async () => {
    await start()
    await session.importFiles({ '通知.md': `# 关于走访工作的通知\n\n${longText('走访')}` })
    const other = '# 关于防汛值班的通知\n\n汛期实行二十四小时值班，村干部轮流带班，遇有险情立即报告镇防汛办公室。\n'
    expect(counts(await session.importFiles({ '通知.md': other }))).toEqual([1, 0, 0])
    expect((await session.items()).map((item) => item.title).sort()).toEqual(
      ['关于走访工作的通知', '关于防汛值班的通知'].sort(),
    )
  })

  it('brings back what was put away when it is imported again', async () => {
    await start()
    const files = { '办法.md': '# 走访办法\n\n第一条 每月走访一次。\n' }
    await session.importFiles(files)
    const [item] = await session.items()
    await session.writer.putAway(item?.id ?? '')
    expect(await session.items()).toEqual([])
    expect(counts(await session.importFiles(files))).toEqual([1, 0, 0])
    expect((await session.items()).map((one) => one.id)).toEqual([item?.id])
    expect(session.access.search.passageCount()).toBe(1)
  })

  it('gives files that say nothing of it the kind asked for, and leaves to others their own', async () => {
    await start()
    const folder = path.join(session.scratch, 'kinds')
    mkdirSync(folder)
    writeFileSync(path.join(folder, '一.md'), '# 一个故事\n\n从前。\n')
    writeFileSync(path.join(folder, '二.md'), '---\nxinhuo: 1\nkind: guide\ntitle: 指南\n---\n文\n')
    await session.importPaths([folder], 'story')
    const rows = await session.access.db.selectFrom('item').select(['title', 'kind']).orderBy('kind').execute()
    expect(rows).toEqual([
      { title: '指南', kind: 'guide' },
      { title: '一个故事', kind: 'story' },
    ])
  })

  it('takes what front matter of ours states as it stands', async () => {
    await start()
    await session.importFiles({
      '解读.md':
        '---\nxinhuo: 1\nkind: policy\nidentifier: jiedu-dibao\ntitle: 低保解读\nlabel: 解读\nissuer: 国务院\nissuedOn: 2019-03-02\ntopics: [低保, 社会救助]\nposts: [民政岗]\nsources:\n  - title: 社会救助暂行办法\n---\n## 谁能申请\n\n收入低的家庭。\n',
    })
    const { content } = await findItemContent(session.access.db, 'jiedu-dibao', undefined, today())
    expect(content).toEqual({
      format: 1,
      kind: 'policy',
      identifier: 'jiedu-dibao',
      title: '低保解读',
      label: '解读',
      issuer: '国务院',
      issuedOn: '2019-03-02',
      topics: ['低保', '社会救助'],
      posts: ['民政岗'],
      sources: [{ title: '社会救助暂行办法' }],
      body: '## 谁能申请\n\n收入低的家庭。',
    })
  })

  it('stores attachments and pictures by their hash, and reads an attachment again when it alone changed', async () => {
    await start()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    )
    const files = {
      '文书.md':
        '---\nxinhuo: 1\nkind: template\nidentifier: wenshu\ntitle: 文书\nattachments: [{ name: 表.docx, path: 表.docx }]\n---\n文\n',
      '表.docx': 'first',
      '图.md': `# 带图的办法\n\n第一条 见图。\n\n![章](data:image/png;base64,${png.toString('base64')})\n`,
    }
    expect((await session.importFiles(files)).skipped).toEqual([])
    const sha256 = createHash('sha256').update(png).digest('hex')
    expect(await bodyOf('带图的办法')).toContain(`![章](sha256:${sha256})`)
    expect(await session.access.blobs.read(sha256)).toEqual(png)
    const attached = async () =>
      (await findItemContent(session.access.db, 'wenshu', undefined, today())).content.attachments?.[0]
    expect(await attached()).toMatchObject({ name: '表.docx', size: 5 })
    expect(counts(await session.importFiles({ ...files, '表.docx': 'second' }))).toEqual([0, 1, 1])
    expect(await attached()).toMatchObject({ name: '表.docx', size: 6 })
  })

  it('skips what cannot be read, with a reason in Chinese, and takes in the rest', async () => {
    await start()
    const result = await session.importFiles({
      '空.md': '',
      '好.md': '# 好办法\n\n第一条 文。\n',
      '坏.pdf': '%PDF-1.7 broken',
      '表格.xlsx': 'x',
      '缺附件.md': '---\nxinhuo: 1\ntitle: 缺\nattachments: [没有.docx]\n---\n文\n',
      '登记错.md': '---\nxinhuo: 1\ntitle: 错\nissuedOn: 去年\n---\n文\n',
    })
    expect(counts(result)).toEqual([1, 0, 0])
    expect(result.skipped.map((one) => one.file).sort()).toEqual(
      ['坏.pdf', '登记错.md', '空.md', '缺附件.md', '表格.xlsx'].sort(),
    )
    for (const { reason } of result.skipped) expect(reason).toMatch(/^\p{Script=Han}/u)
  })

  it('says which files a person should look at', async () => {
    await start()
    const result = await session.importFiles({ '一.md': '---\nxinhuo: 1\ntitle: 一\n颜色: 红\n---\n文\n' })
    expect(result.warnings).toEqual([{ file: '一.md', code: 'FIELD_UNKNOWN', reason: expect.stringContaining('颜色') }])
  })

  it('leaves the library as it is when a file is gone', async () => {
    await start()
    await session.importFiles({ '办法.md': '# 走访办法\n\n第一条 每月走访一次。\n' })
    rmSync(path.join(session.scratch, 'files', '办法.md'))
    expect(counts(await session.importFiles({}))).toEqual([0, 0, 0])
    expect((await session.items()).length).toBe(1)
  })
})
