import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningService } from '../../../library/service/run-service.ts'
import { chooseItems } from '../../../library/updates/publishing/choose-items.ts'
import { ask, importPaths, startService } from '../../service/running-service.ts'
import { policyText, temporaryFolder } from '../../store/temporary-library.ts'

describe('what a choice takes', () => {
  let service: RunningService
  const ids = new Map<string, string>()
  beforeAll(async () => {
    service = await startService(temporaryFolder(afterAll), { atEnd: afterAll })
    const folder = temporaryFolder(afterAll)
    writeFileSync(path.join(folder, '1.md'), policyText('宅基地管理办法', '沧浪亭台'))
    writeFileSync(path.join(folder, '2.md'), policyText('最低生活保障办法', '昆仑雪山'))
    writeFileSync(path.join(folder, '3.md'), policyText('已经收起的办法', '昆仑雪山'))
    writeFileSync(
      path.join(folder, '空.md'),
      '---\nxinhuo: 1\nkind: guide\nidentifier: kong-zhinan\ntitle: 没有正文的指南\ntopics: [乡村振兴]\n---\n',
    )
    await importPaths(service, [folder])
    const { access } = service.session
    for (const { id, title } of await access.db.selectFrom('item').select(['id', 'title']).execute()) ids.set(title, id)
    await ask(service, 'DELETE', `/api/items/${ids.get('已经收起的办法')}`)
    await service.session.catchUpIndex()
  })
  const idOf = (title: string) => ids.get(title) ?? ''
  const chosen = async (choice: { queries?: string[]; items?: string[]; excluded?: string[] }) => {
    const { db, search } = service.session.access
    const found = await chooseItems(db, search, { queries: [], items: [], excluded: [], ...choice })
    const titles = new Map([...ids].map(([title, id]) => [id, title]))
    return found.map(({ id }) => titles.get(id)).sort()
  }

  it('is nothing at first, and nothing for an empty query', async () => {
    expect(await chosen({})).toEqual([])
    expect(await chosen({ queries: [' '] })).toEqual([])
  })

  it('is all that filters leave', async () => {
    expect(await chosen({ queries: ['kind:policy'] })).toEqual(['宅基地管理办法', '最低生活保障办法'])
    expect(await chosen({ queries: ['kind:policy -kind:policy'] })).toEqual([])
    expect(await chosen({ queries: ['topic:乡村振兴'] })).toEqual(['没有正文的指南'])
  })

  it('is what has every word, never what is only near', async () => {
    expect(await chosen({ queries: ['沧浪亭台'] })).toEqual(['宅基地管理办法'])
    expect(await chosen({ queries: ['沧浪亭台 昆仑雪山'] })).toEqual([])
    expect(await chosen({ queries: ['怎么申请昆仑的住房补贴？'] })).toEqual([])
  })

  it('is what any query finds, and what was added by hand, without the excluded', async () => {
    const items = [idOf('最低生活保障办法')]
    expect(await chosen({ queries: ['沧浪亭台'], items })).toEqual(['宅基地管理办法', '最低生活保障办法'])
    expect(await chosen({ queries: ['kind:policy'], items, excluded: items })).toEqual(['宅基地管理办法'])
  })

  it('never holds what was put away, or what is not there', async () => {
    expect(await chosen({ items: [idOf('已经收起的办法'), 'no-such-item'] })).toEqual([])
  })
})
