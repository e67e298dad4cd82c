import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GroupedAnswer } from '../../library/search/search-view.ts'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
import { importPaths, type LibraryService, starterInstalled, startLibraryService } from './library-service.ts'
import { chineseNumber, longRegulation, waterRules, writeTexts } from './sample-texts.ts'

/** Enough items that the list scrolls, and passages that can be told apart. */
const villageLists = Object.fromEntries(
  Array.from({ length: 15 }, (_, n) => [
    `${n + 1}村水渠清单.md`,
    `# 第${chineseNumber(n + 1)}村水渠清单\n\n第一条　水渠每年清淤${n + 1}次。\n\n第二条　水渠由管护员看守。\n`,
  ]),
)

describe('the results of a search', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let page: Page
  const texts = writeTexts({
    '规程.md': longRegulation(60),
    '溪口镇农村饮水管护办法(2023-03-01).md': waterRules['newer.md'],
    ...villageLists,
  })

  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
    const job = await importPaths(service, [texts])
    expect(job).toMatchObject({ state: 'done', result: { skipped: [] } })
    browser = await launchBrowser()
    window = await openAppWindow(browser, service, { permissions: ['clipboard-read', 'clipboard-write'] })
    page = window.page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    rmSync(texts, { recursive: true, force: true })
  })
  beforeEach(async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    // A search that begins elsewhere keeps no filter of the one before.
    await page.goto(new URL('/library', service.address).href)
    await expectOn(page.locator('#main')).toBeFocused()
  })

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** Types into the box and searches everything. */
  const search = async (words: string) => {
    await press('Control+k')
    await page.keyboard.type(words)
    await press('Enter')
    await expectOn(page).toHaveURL(new RegExp(`q=${encodeURIComponent(words).replace('%20', '\\+')}`))
    await expectOn(page.locator('[aria-busy="false"] [data-hit]').first()).toBeVisible()
  }
  const box = () => page.getByRole('combobox', { name: '检索资料' })
  const preview = () => page.getByRole('region', { name: '预览' })
  const focused = () => page.locator('[data-hit]:focus')
  const hrefOf = (words: string) => new RegExp(`q=${encodeURIComponent(words)}`)
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  const violations = () => axeViolations(page)
  /** Answers as the service does, with something changed. */
  const answerWith = (change: (answer: GroupedAnswer, words: string) => object) =>
    page.route(/\/api\/search\?/, async (route) => {
      const response = await route.fetch()
      const answer = (await response.json()) as GroupedAnswer
      const words = new URL(route.request().url()).searchParams.get('q') ?? ''
      await route.fulfill({ response, json: { ...answer, ...change(answer, words) } })
    })

  it('opens the passage moved to, and going back finds it again where it was', async () => {
    await search('水渠')
    await press(...Array.from({ length: 20 }, () => 'ArrowDown'))
    const left = (await focused().getAttribute('data-hit')) ?? ''
    const scrolled = await page.locator('#main').evaluate((main) => main.scrollTop)
    expect(scrolled).toBeGreaterThan(0)
    await press('Enter')
    await expectOn(page).toHaveURL(/\/item\//)
    await expectOn(page.locator('[data-passage]').first()).toBeVisible()
    await press('Alt+ArrowLeft')
    await expectOn(focused()).toHaveAttribute('data-hit', left)
    await expectOn.poll(() => page.locator('#main').evaluate((main) => main.scrollTop)).toBeCloseTo(scrolled, -1)
    await press('Escape')
    await expectOn(box()).toBeFocused()
  })

  it('shows the passage moved to between its neighbours, its words marked', async () => {
    await search('账目每季度公开')
    await press('ArrowDown')
    await expectOn(focused()).toContainText('第三条')
    await expectOn(preview()).toContainText('管护员每周检查水源地两次')
    await expectOn(preview().locator('[data-found]')).toContainText('账目每季度公开')
    await expectOn(preview()).toContainText('特困供养人员')
    await expectOn(preview()).toContainText('现行')
    await press('k')
    await expectOn(focused()).toHaveText('溪口镇农村饮水管护办法')
  })

  it('hides the preview with the space bar, and remembers it', async () => {
    await search('账目每季度公开')
    await press('ArrowDown', ' ')
    await expectOn(preview()).toBeHidden()
    await page.reload()
    await expectOn(page.locator('[data-hit]').first()).toBeVisible()
    await expectOn(preview()).toBeHidden()
    await press('ArrowDown', ' ')
    await expectOn(preview()).toBeVisible()
  })

  it('copies a result as a citation, as plain text and for text processors', async () => {
    await search('账目每季度公开')
    await press('ArrowDown')
    for (const key of ['y', 'Control+Shift+C']) {
      await page.evaluate(() => navigator.clipboard.writeText(''))
      await press(key)
      await expectOn(
        page.getByRole('status').filter({ hasText: '已复制：《溪口镇农村饮水管护办法》第三条' }),
      ).toBeVisible()
      // What was said of the first copy may still stand while the second is being made.
      await expect
        .poll(clipboard)
        .toMatch(/^《溪口镇农村饮水管护办法》第三条（现行，2023-\d\d-01.+）：水费按照计量收取，账目每季度公开。$/)
    }
    const html = await page.evaluate(async () =>
      (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text(),
    )
    expect(html).toContain('<strong>《溪口镇农村饮水管护办法》第三条</strong>')
  })

  it('compares two results side by side', async () => {
    await search('水渠 清淤')
    await press('ArrowDown', 'x')
    await expectOn(page.getByRole('region', { name: '要比较的结果' })).toContainText('再选一条')
    await press('j', 'j', 'x', 'v')
    const dialog = page.getByRole('dialog', { name: '并排比较' })
    await expectOn(dialog.getByRole('article')).toHaveCount(2)
    await expectOn(dialog.locator('mark')).toHaveCount(2)
    expect(await violations()).toEqual([])
    await press('Escape')
    await expectOn(dialog).toBeHidden()
    await expectOn(focused()).toBeVisible()
  })

  it('narrows by a facet, and takes it away again', async () => {
    await search('水费')
    await press('ArrowDown', 'f')
    await expectOn(page.getByRole('complementary', { name: '筛选' }).getByRole('checkbox').first()).toBeFocused()
    expect(await violations()).toEqual([])
    await press(' ')
    await expectOn(page).toHaveURL(/kind=policy/)
    const chips = page.getByRole('list', { name: '已选的筛选' })
    await expectOn(chips).toContainText('类别政策')
    await press('Escape')
    await expectOn(focused()).toBeVisible()
    await chips.getByRole('button', { name: '全部清除' }).press('Enter')
    await expectOn(page).not.toHaveURL(/kind=/)
    await expectOn(chips).toBeHidden()
  })

  it('keeps what was chosen beside the results in the address', async () => {
    await page.goto(new URL('/search?q=水渠&kind=policy&sort=title&channel=own', service.address).href)
    await expectOn(page.getByRole('list', { name: '已选的筛选' })).toContainText('来源本机导入')
    await expectOn(page.getByRole('radio', { name: '标题' })).toBeChecked()
    await page.reload()
    await expectOn(page.getByRole('list', { name: '已选的筛选' })).toContainText('类别政策')
  })

  it('opens the one place that was named when Enter is pressed again', async () => {
    await answerWith(({ items }) => ({
      jump: { itemId: items[0]?.itemId, anchor: '第二条', title: '溪口镇农村饮水管护办法', provision: '第二条' },
    }))
    await search('饮水管护办法 第二条')
    await expectOn(page.locator('main')).toContainText('直达溪口镇农村饮水管护办法 第二条')
    await expectOn(box()).toBeFocused()
    await press('Enter')
    await expectOn(page).toHaveURL(/\/item\/.*#/)
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#第二条')
  })

  it('offers what was probably meant, and tells what it did not understand', async () => {
    await answerWith((_, words) =>
      words === '水费记量'
        ? { didYouMean: { query: '水费计量', why: '音近' }, notices: [{ typed: 'kind:诗', message: '没有这一类。' }] }
        : {},
    )
    await search('水费记量')
    await expectOn(page.locator('main')).toContainText('您是不是要找：水费计量（音近）')
    await expectOn(page.getByRole('list', { name: '关于您的输入' })).toContainText('kind:诗没有这一类。')
    await page.getByRole('link', { name: '水费计量' }).press('Enter')
    await expectOn(box()).toHaveValue('水费计量')
  })

  it('says when the results are those of the words corrected', async () => {
    const [typed, query] = ['水渠由管护员看首', '水渠由管护员看守']
    await answerWith(() => ({ didYouMean: { query, why: '一字之差' }, terms: [query] }))
    await search(typed)
    await expectOn(page.locator('main')).toContainText(`没有“${typed}”，下面是“${query}”的结果（一字之差）。`)
  })

  it('dims an answer older than the words, and shows the newer one whichever comes first', async () => {
    await search('水渠')
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\/api\/search\?q=%E6%B0%B4%E8%B4%B9/, async (route) => {
      await held
      await route.continue().catch(() => {})
    })
    await press('Control+k')
    await page.keyboard.type('水费')
    await press('Enter')
    await expectOn(page.locator('section[aria-busy="true"]')).toBeVisible()
    await search('台账')
    release()
    await expectOn(page.locator('[data-hit]').first()).toHaveAttribute('href', hrefOf('台账'))
    await expectOn(page.locator('section[aria-busy="true"]')).toHaveCount(0)
  })

  it('lets somebody who types while a slow text still opens go on typing', async () => {
    await search('水渠')
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\/api\/items\//, async (route) => {
      await held
      await route.continue().catch(() => {})
    })
    await press('ArrowDown', 'Enter', 'Control+k', 'Control+a')
    await page.keyboard.type('水')
    release()
    await expectOn(page).toHaveURL(/\/item\//)
    await expectOn(page.locator('[data-passage]').first()).toBeVisible()
    await expectOn(box()).toBeFocused()
    await page.keyboard.type('费')
    await expectOn(box()).toHaveValue('水费')
  })

  it('says what failed, and asks again', async () => {
    await page.route(/\/api\/search\?/, (route) =>
      route.fulfill({ status: 500, json: { error: { code: 'SEARCH_FAILED', what: '检索没有完成。' } } }),
    )
    await page.goto(new URL('/search?q=水费', service.address).href)
    await expectOn(page.getByRole('alert')).toContainText('检索没有完成')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.getByRole('button', { name: '重试' }).press('Enter')
    await expectOn(page.locator('[data-hit]').first()).toBeVisible()
  })

  it('shows on paper what was asked and found, and nothing to press', async () => {
    await page.goto(new URL('/search?q=水费&kind=policy', service.address).href)
    await expectOn(preview()).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expectOn(page.getByText('检索“水费”')).toBeVisible()
    await expectOn(page.getByText('筛选：类别 政策')).toBeVisible()
    await expectOn(preview()).toBeHidden()
    await expectOn(page.locator('main').getByRole('button').locator('visible=true')).toHaveCount(0)
    await page.emulateMedia({ media: 'screen' })
  })

  it('folds the filters above the results in a narrow window, where nothing is previewed', async () => {
    await page.setViewportSize({ width: 800, height: 800 })
    await search('水费')
    await expectOn(preview()).toBeHidden()
    await press('ArrowDown', 'f')
    await expectOn(page.getByRole('checkbox').first()).toBeFocused()
    expect(await violations()).toEqual([])
    await press('Escape')
    await expectOn(page.getByRole('checkbox')).toHaveCount(0)
    await expectOn(focused()).toBeVisible()
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('serves the mouse too: a result pointed at is previewed, quoted and chosen', async () => {
    await search('水渠 清淤')
    const line = page.locator('main ol li li').nth(2)
    await line.getByRole('link').hover()
    await expectOn(line.locator('[data-current]')).toHaveCount(1)
    await line.getByRole('button', { name: '复制引文' }).click()
    await expectOn(page.getByRole('status').filter({ hasText: '已复制' })).toBeVisible()
    await line.getByRole('button', { name: '选来比较' }).click()
    await expectOn(page.getByRole('region', { name: '要比较的结果' })).toContainText('第一条')
    await line.getByRole('link').click()
    await expectOn(page).toHaveURL(/\/item\//)
  })

  it('was stopped by no rule of the page', () => {
    expect(window.complaints.filter((complaint) => !/500/.test(complaint))).toEqual([])
  })
})
