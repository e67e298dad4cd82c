import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Browser } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { askOverPipe, type LibraryService, starterInstalled, startLibraryService } from './library-service.ts'

/** Words for counting or ranking people, or for watching what they do. */
const counting =
  /check.?in|sign.?in|punch|point|score|rank|badge|streak|level_up|online|duration|elapsed|usage|visit|(?<!re)views?_|_views?|hits?_|_hits?|click|count|times|minutes|seconds|tally|counter|telemetry|analytic|metric|session|device|machine_id|user/i

/** Every table of the library may hold these and nothing else: what a person keeps, and what the library is made of. */
const known = {
  'library.db': [
    ...['item', 'revision', 'blob', 'revision_blob', 'item_topic', 'provenance', 'import_source', 'change', 'job'],
    ...['favourite', 'note', 'recent', 'setting', 'saved_search', 'recent_search', 'search_gap'],
    ...['channel', 'channel_version', 'channel_entry', 'channel_bin', 'staged_revision'],
    'arriving_revision',
    ...['text_conflict', 'tombstone', 'new_since', 'report_identity', 'report', 'received_report'],
    ...['filled_form', 'template_use', 'known_value', 'book_entry', 'column_match', 'gazetteer_place'],
    ...['story', 'story_summary', 'story_facet', 'story_policy', 'story_band', 'story_task', 'story_media_copy'],
    ...['material', 'material_summary', 'material_citation', 'material_response', 'learning_progress'],
    ...['editorial_event', 'slip', 'feed', 'feed_choice', 'feed_entry', 'feed_build', 'story_response', 'story_shown'],
  ],
}

/** Words that rank people, count what they do, or call them back. */
const ranking =
  /排名|排行|名次|积分|得分|打卡|签到|勋章|徽章|成就|连续.{0,4}天|在线时长|使用时长|学习时长|浏览量|点击量|阅读量|访问量|下载量|热度|活跃度/

/** The settings say that none of it is done. */
const promise = '不打卡、不积分、不排名，不记在线时长。'

/** A sheet of paper that is signed in a hall, as a template calls it: nobody signs in here. */
const paper = '会议签到表'

const pages = [
  '/library',
  '/templates',
  '/templates/mine',
  '/templates/check',
  '/templates/ledgers',
  '/office/unit',
  '/office/book',
  '/stories',
  '/stories/new',
  '/stories/import',
  '/stories/slips',
  '/stories/office',
  '/feeds',
  '/feeds/balance',
  '/feeds/responses',
  '/meetings',
  '/drills',
  '/guides',
  '/learning',
  '/favourites',
  '/import',
  '/updates',
  '/publishing',
  '/reports',
  '/settings',
]

describe('the house rules, after a working day', () => {
  /** What each page said. */
  const read = new Map<string, string>()
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  const question = '请问我们村的人要盖房子宅基地到底该向谁申请才对'

  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
    browser = await launchBrowser()
    window = await openAppWindow(browser, service)
    const { page } = window
    const go = (place: string) => page.goto(new URL(place, service.address).href)
    for (let time = 0; time < 2; time++) {
      for (const item of ['jiedu-tudi-guanli-fa-zhaijidi', 'zhinan-cunwu-gongkai']) {
        const listed = page.waitForResponse((answer) => answer.url().endsWith('/api/recent') && answer.ok())
        await go(`/item/${item}`)
        await listed
      }
    }
    await go('/')
    await page.getByRole('combobox', { name: '检索资料' }).fill(question)
    await page.keyboard.press('Enter')
    await expectOn(page.locator('main [data-hit]').first()).toBeVisible()
    for (const place of pages) {
      await go(place)
      await expectOn(page.locator('main h1').first()).toBeVisible()
      read.set(place, (await page.locator('body').innerText()).normalize())
    }
    await go('/settings')
    await page.getByRole('button', { name: '检查一遍' }).click()
    await expectOn(page.getByText('一切完好。')).toBeVisible({ timeout: 20_000 })
    expect(await askOverPipe<unknown[]>(service.pipe, 'GET', '/api/recent')).toHaveLength(2)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
  })

  const open = (name: string) => new DatabaseSync(path.join(service.root, name), { readOnly: true })
  const rows = (database: DatabaseSync, sql: string) => database.prepare(sql).all() as Record<string, unknown>[]
  const namesIn = (database: DatabaseSync) =>
    rows(database, 'SELECT name, type FROM sqlite_schema').map((row) => `${row.name}`)
  const files = () =>
    readdirSync(service.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))

  it('library.db has the tables that are known, and no other', () => {
    const database = open('library.db')
    const tables = rows(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    const beside = tables.map((row) => `${row.name}`).filter((name) => !known['library.db'].includes(name))
    expect(beside.filter((name) => !/migration/.test(name))).toEqual([])
    database.close()
  })

  it.each(['library.db', 'search.db'])('no table, column or trigger of %s counts people or their doings', (name) => {
    const database = open(name)
    const names = namesIn(database).flatMap((table) => [
      table,
      ...rows(database, `SELECT name FROM pragma_table_info('${table}')`).map((column) => `${table}.${column.name}`),
    ])
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((found) => counting.test(found))).toEqual([])
    expect(rows(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'")).toEqual([])
    database.close()
  })

  it('what was opened twice stands in 最近阅读 once, with the last time only', () => {
    const database = open('library.db')
    const recent = rows(database, 'SELECT * FROM recent')
    expect(recent.map((row) => row.item_id).sort()).toEqual(['jiedu-tudi-guanli-fa-zhaijidi', 'zhinan-cunwu-gongkai'])
    expect(Object.keys(recent[0] ?? {})).toEqual(['item_id', 'anchor', 'opened_at'])
    database.close()
  })

  it('settings are the person’s choices, the version of the starter content, and how far lists have been read', () => {
    const database = open('library.db')
    const settings = rows(database, 'SELECT key, value FROM setting')
    expect(
      settings.filter(
        (row) =>
          !['settings', 'starter-content', 'story-list', 'material-summaries', 'story-summaries'].includes(
            `${row.key}`,
          ),
      ),
    ).toEqual([])
    expect(settings.filter((row) => counting.test(`${row.value}`))).toEqual([])
    database.close()
  })

  it('jobs are what the library did, not what a person did', () => {
    const database = open('library.db')
    const types = rows(database, 'SELECT DISTINCT type FROM job').map((row) => `${row.type}`)
    expect(types.filter((type) => !['import', 'backup', 'export', 'reindex'].includes(type))).toEqual([])
    database.close()
  })

  it('what was searched stands in the recent searches once, without what was found, and nowhere else', () => {
    const database = open('library.db')
    const recent = rows(database, 'SELECT * FROM recent_search')
    expect(recent.filter((row) => row.query === question).length).toBeLessThanOrEqual(1)
    expect(recent.every((row) => Object.keys(row).join() === 'query,at')).toBe(true)
    database.close()
    const remembering = files().filter((file) => readFileSync(file).includes(question))
    expect(remembering.filter((file) => !/library\.db(-wal)?$/.test(file))).toEqual([])
  })

  it('a search that found nothing is noted by nobody', () => {
    const database = open('library.db')
    expect(rows(database, 'SELECT * FROM search_gap')).toEqual([])
    database.close()
  })

  it('who writes no report has no key, and nothing waits to be sent', () => {
    const database = open('library.db')
    for (const table of ['report_identity', 'report', 'received_report']) {
      expect(rows(database, `SELECT * FROM ${table}`)).toEqual([])
    }
    database.close()
  })

  // What the library lists are titles, and a policy may well be about points.
  it.each(pages.filter((place) => place !== '/library'))('%s ranks nobody and counts nobody’s doings', (place) => {
    const lines = read.get(place)?.split('\n') ?? []
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.filter((line) => ranking.test(line) && line !== promise && line !== paper)).toEqual([])
  })

  it('who publishes nothing and receives nothing has no channel, and nothing asked for one', () => {
    const database = open('library.db')
    for (const table of ['channel', 'channel_version', 'channel_entry', 'arriving_revision', 'new_since']) {
      expect(rows(database, `SELECT * FROM ${table}`)).toEqual([])
    }
    database.close()
  })

  it('the logs tell nothing of a good day', () => {
    const logs = files().filter((file) => file.includes(`${path.sep}logs${path.sep}`))
    expect(logs.length).toBeGreaterThan(0)
    expect(logs.map((file) => readFileSync(file, 'utf8')).join('')).toBe('')
    expect(service.output()).toBe('')
  })

  it('the window kept nothing but how it looks and its token', async () => {
    const kept = await window.page.evaluate(async () => ({
      local: Object.keys(localStorage),
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))
    expect(kept).toMatchObject({ cookies: '', databases: 0, workers: 0 })
    expect(kept.local.filter((key) => !/^xinhuo\.appearance$|^reading\./.test(key))).toEqual([])
  })

  it('the window asked nobody but the service', () => {
    expect(window.requests.length).toBeGreaterThan(50)
    expect(window.requests.filter((url) => !url.startsWith(service.address))).toEqual([])
  })
})
