import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedEdition } from '../../library/feeds/feed-edition.ts'
import { openSiteDesk, snapshot } from '../feeds/build/site-desk.ts'
import { sampleEdition, sampleStory, wholeEdition } from '../feeds/site/sample-edition.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { serveFolder } from '../updates/static-server.ts'
import { launchBrowser } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
import { hostileHead, hostileMarkup } from './hostile-texts.ts'

const desk = openSiteDesk()
let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await launchBrowser()
  folder = path.join(temporaryFolder(afterAll), '专栏 一')
  await desk.build(await wholeEdition(desk.session.access.blobs), folder)
})
afterAll(() => browser.close())

interface Reader {
  readonly page: Page
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
  open(file: string): Promise<void>
  close(): Promise<void>
}

/** Somebody who opens the site by double-click. */
async function openReader(root = folder, options: BrowserContextOptions = {}): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', ...options })
  context.setDefaultTimeout(15_000)
  const requests: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  context.on('weberror', (error) => complaints.push(error.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const page = await context.newPage()
  return {
    page,
    requests,
    complaints,
    open: async (file) => void (await page.goto(`${pathToFileURL(root).href}/${file}`)),
    close: () => context.close(),
  }
}

const pages = (root = folder) => [...snapshot(root).keys()].filter((name) => name.endsWith('.html'))

describe('a site opened by double-click', () => {
  it('shows the newest issue with its pictures, and asks for nothing outside its folder', async () => {
    const reader = await openReader()
    await reader.open('index.html')
    expect(await reader.page.title()).toBe('石坪身边事')
    expect(await reader.page.locator('h1').innerText()).toMatch(/第\s?3\s?期/)
    expect(await reader.page.locator('.lead h2').innerText()).toBe('一张单子，四十六户低保不再跑第二趟')
    const shown = await reader.page.locator('.lead img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
    expect(shown).toBe(1280)
    for (const file of pages()) await reader.open(file)
    const below = `${pathToFileURL(folder).href}/`
    expect(reader.requests.filter((address) => !address.startsWith(below))).toEqual([])
    expect(reader.complaints).toEqual([])
    await reader.close()
  })

  describe('is searched', () => {
    let reader: Reader
    beforeAll(async () => {
      reader = await openReader()
    })
    afterAll(() => reader.close())

    it.each([
      ['低保', '一张单子，四十六户低保不再跑第二趟'],
      ['dibao', '一张单子，四十六户低保不再跑第二趟'],
      ['危房', '危房改造先量后批，少了一半返工'],
      ['wfgz', '危房改造先量后批，少了一半返工'],
      ['weifanggaizao', '危房改造先量后批，少了一半返工'],
      ['凸面镜 大坝', '盘山路上的一面凸面镜'],
      ['坝', '院坝会改在晚上八点开'],
      ['泥瓦匠图纸', '危房改造先量后批，少了一半返工'],
    ])('finds by %s', async (query, title) => {
      await reader.open('index.html')
      await reader.page.getByRole('searchbox', { name: '搜索故事' }).fill(query)
      await reader.page.keyboard.press('Enter')
      await reader.page.waitForURL(/search\.html\?q=/)
      const first = reader.page.locator('#found li a').first()
      await first.waitFor()
      expect(await first.innerText()).toBe(title)
      expect(reader.complaints).toEqual([])
    })
  })

  it('marks what was looked for, in the list and in the story', async () => {
    const reader = await openReader()
    await reader.open('search.html?q=dibao')
    await reader.page.locator('#found mark').first().waitFor()
    expect(await reader.page.locator('#found mark').first().innerText()).toBe('低保')
    expect(await reader.page.locator('#told').innerText()).toContain('低保')
    await reader.page.locator('#found li a').first().click()
    await reader.page.locator('article.story mark').first().waitFor()
    expect(await reader.page.locator('h1 mark').innerText()).toBe('低保')
    await reader.close()
  })

  it('takes initials for all that they may mean', async () => {
    const reader = await openReader()
    await reader.open('search.html?q=db')
    await reader.page.locator('#found li').first().waitFor()
    expect(await reader.page.locator('#told').innerText()).toContain('低保')
    const titles = await reader.page.locator('#found li a').allInnerTexts()
    expect(titles.slice(0, 2).sort()).toEqual(['一张单子，四十六户低保不再跑第二趟', '小卖部里的代办点'])
    await reader.close()
  })

  it('says that nothing was found, and answers while typing', async () => {
    const reader = await openReader()
    await reader.open('search.html?q=龙卷')
    await expect.poll(() => reader.page.locator('#told').innerText()).toContain('没有找到“龙卷”')
    await reader.open('search.html?q=龙卷风')
    await expect.poll(() => reader.page.locator('#told').innerText()).toContain('没有找到“龙卷风”')
    await reader.page.locator('#query').fill('<img src=x onerror=alert(1)>')
    await expect.poll(() => reader.page.locator('#told').innerText()).toContain('<img')
    await reader.page.locator('#query').fill('凸面')
    await expect.poll(() => reader.page.locator('#found li').count()).toBe(1)
    await reader.close()
  })

  it('leads everywhere: every link has its page, every page is led to', async () => {
    const reader = await openReader()
    const seen = new Set<string>()
    const waiting = ['index.html']
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (seen.has(file)) continue
      seen.add(file)
      await reader.open(file)
      const links = await reader.page
        .locator('a[href], link[href], img[src], script[src]')
        .evaluateAll((elements) =>
          elements.map((one) =>
            one instanceof HTMLAnchorElement || one instanceof HTMLLinkElement
              ? one.href
              : (one as HTMLImageElement).src,
          ),
        )
      for (const address of links) {
        expect(address.startsWith(`${pathToFileURL(folder).href}/`), `${file} → ${address}`).toBe(true)
        const target = new URL(address)
        const place = fileURLToPath(new URL(target.pathname, 'file:///'))
        expect(existsSync(place), `${file} → ${address}`).toBe(true)
        const name = path.relative(folder, place).replaceAll('\\', '/')
        if (name.endsWith('.html')) waiting.push(name)
        const text = target.hash === '' ? '' : readFileSync(place, 'utf8')
        if (target.hash !== '') expect(text).toContain(`id="${decodeURIComponent(target.hash.slice(1))}"`)
      }
    }
    // Search is led to by its form, and the page for addresses that lead nowhere by nothing.
    expect(pages().filter((name) => !seen.has(name))).toEqual(['404.html', 'search.html'])
    await reader.close()
  })

  it('shows withdrawals, corrections and answers where readers look', async () => {
    const reader = await openReader()
    await reader.open('stories/mai-guagua.html')
    expect(await reader.page.locator('main').innerText()).toContain('数字没有核实清楚')
    await reader.open('stories/xiaomaibu-daiban.html')
    expect(await reader.page.locator('.notice').innerText()).toContain('代办的是七项，不是九项')
    await reader.open('answers.html')
    expect(await reader.page.locator('main').innerText()).toContain('乡里的路政所')
    await reader.open('stories/panshan-lu.html')
    expect(await reader.page.locator('.policy').innerText()).toMatch(/《土地管理法》第六十二条\s*已修改/)
    await reader.close()
  })

  it('reads without scripts, but for the search, which says so', async () => {
    const reader = await openReader(folder, { javaScriptEnabled: false })
    await reader.open('stories/dibao-shangmen.html')
    expect(await reader.page.locator('.part-caution').innerText()).toContain('人口流动大')
    await reader.open('search.html')
    expect(await reader.page.locator('noscript').innerText()).toContain('主题、岗位、地方')
    await reader.close()
  })

  it('is used by keyboard: past the masthead in one step, larger type kept', async () => {
    const reader = await openReader()
    await reader.open('index.html')
    await reader.page.keyboard.press('Tab')
    await reader.page.keyboard.press('Enter')
    await expect.poll(() => reader.page.evaluate(() => document.activeElement?.id)).toBe('main')
    const size = () => reader.page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
    const before = await size()
    await reader.page.getByRole('button', { name: '大字' }).press('Enter')
    expect(await size()).toBeGreaterThan(before)
    await reader.open('about.html')
    expect(await size()).toBeGreaterThan(before)
    await reader.close()
  })
})

const CLAUSE = 'stories/panshan-lu.html'
const FOUND = 'search.html?q=低保'
const seenAt = [
  'index.html',
  'stories/dibao-shangmen.html',
  CLAUSE,
  'stories/mai-guagua.html',
  'issues/index.html',
  'issues/2.html',
  'browse/index.html',
  'answers.html',
  'changes.html',
  'about.html',
  '404.html',
  FOUND,
]

describe('how a site looks', () => {
  const readsWell = async (root: string, colorScheme: 'light' | 'dark', files: readonly string[]) => {
    const reader = await openReader(root, { colorScheme })
    for (const file of files) {
      await reader.open(file)
      if (file.startsWith('search')) await reader.page.locator('#found li').first().waitFor()
      expect(await axeViolations(reader.page), `${colorScheme} ${file}`).toEqual([])
    }
    await reader.close()
  }

  it('breaks no rule of axe in any page', () => readsWell(folder, 'light', seenAt))

  // Themes and the dark differ in their colours: of the head, of a clause, of what was found.
  it('breaks no rule of axe in the dark', () => readsWell(folder, 'dark', [CLAUSE, FOUND]))

  it.each(['festive', 'plain'] as const)('breaks no rule of axe in the theme %s, light or dark', async (theme) => {
    const root = path.join(temporaryFolder(), theme)
    await desk.build(await wholeEdition(desk.session.access.blobs, { site: { theme, videoLimit: 50 } }), root)
    await readsWell(root, 'light', ['index.html', CLAUSE])
    await readsWell(root, 'dark', [CLAUSE, FOUND])
  })

  it.each([
    [390, 844],
    [320, 640],
  ])('never scrolls sideways on a phone of %i × %i, in ordinary and large type', async (width, height) => {
    const reader = await openReader(folder, { viewport: { width, height } })
    for (const file of seenAt) {
      await reader.open(file)
      const over = await reader.page.evaluate(() => {
        const { classList } = document.documentElement
        return [false, true].map((large) => {
          classList.toggle('large-type', large)
          return document.documentElement.scrollWidth - document.documentElement.clientWidth
        })
      })
      expect(Math.max(...over), `${file} ${over}`).toBeLessThanOrEqual(0)
    }
    await reader.close()
  })

  it('never stretches a picture', async () => {
    const reader = await openReader()
    for (const file of ['index.html', 'stories/dibao-shangmen.html', 'stories/panshan-lu.html']) {
      await reader.open(file)
      const stretched = await reader.page.locator('main img').evaluateAll(async (images) => {
        const all = images as HTMLImageElement[]
        for (const image of all) image.loading = 'eager'
        await Promise.all(all.map((image) => image.decode()))
        return all.filter((image) => {
          const [shown, real] = [image.clientWidth / image.clientHeight, image.naturalWidth / image.naturalHeight]
          return Math.abs(shown / real - 1) > 0.02 && getComputedStyle(image).objectFit !== 'cover'
        }).length
      })
      expect(stretched, file).toBe(0)
    }
    await reader.close()
  })
})

it('works below any path of a web server', async () => {
  const root = temporaryFolder()
  const below = path.join(root, 'gov', 'a b', '专栏')
  cpSync(folder, below, { recursive: true })
  const server = await serveFolder(root)
  const reader = await openReader()
  await reader.page.goto(new URL('gov/a%20b/专栏/stories/dibao-shangmen.html', server.address).href)
  await reader.page.getByRole('searchbox').fill('凸面镜')
  await reader.page.keyboard.press('Enter')
  await reader.page.locator('#found li a').first().click()
  await reader.page.locator('h1 mark').first().waitFor()
  expect(reader.requests.filter((address) => !address.startsWith(new URL('gov/a%20b/', server.address).href))).toEqual(
    [],
  )
  expect(reader.complaints).toEqual([])
  await reader.close()
  await server.close()
})

describe('hostile texts', () => {
  const outside = 'http://127.0.0.1:9/'
  const markup = `${hostileMarkup(outside)}\n${hostileHead(outside)}`
  const breakOut = `"'></title></script><script>window.__pwned='title'</script>${'\u202e'}`
  let hostile: FeedEdition
  let root: string
  beforeAll(async () => {
    const { blobs } = desk.session.access
    const body = `## ${breakOut}\n\n恶意故事\n\n${markup}\n\n[点](javascript:window.__pwned='md') ![外](${outside}md.png)\n\n| ${breakOut} | b |\n| --- | --- |\n| <b onclick=1>x</b> | y |\n`
    const story = await sampleStory(blobs, {
      id: 'hostile',
      title: `恶意${breakOut}`,
      description: breakOut,
      issue: 1,
      body,
      story: {
        themes: [breakOut],
        quotes: [{ text: markup.slice(0, 900), by: breakOut }],
        people: [{ name: breakOut, part: 'hero', post: breakOut }],
        office: breakOut,
      },
      content: { places: [breakOut], posts: [breakOut], label: breakOut },
      policies: [
        {
          title: breakOut,
          provision: breakOut,
          html: `${markup}<p data-cite="x" onclick="window.__pwned=1">条文</p>`,
          note: breakOut,
          validity: 'in-force',
        },
      ],
    })
    const base = {
      id: 'x',
      feedId: 'yangguang',
      issue: 1,
      title: breakOut,
      publishedAt: '2026-04-15T02:00:00.000Z',
      updatedAt: '2026-04-15T02:00:00.000Z',
    }
    hostile = sampleEdition([{ story, issue: 1 }], {
      definition: {
        title: breakOut.slice(0, 80),
        subtitle: breakOut,
        publisher: breakOut.slice(0, 80),
        contact: breakOut,
      },
      extra: [
        { ...base, type: 'answers' },
        { ...base, id: 'w', type: 'withdrawal', storyId: 'hostile-too', note: markup.slice(0, 500), of: 'x' },
      ],
      answers: new Map([['x', [{ question: breakOut, answer: markup }]]]),
    })
    root = path.join(temporaryFolder(afterAll), '专栏')
    await desk.build(hostile, root)
  })

  /** Opens every page and touches what could be touched; gives what ran and what was asked for outside. */
  async function visit(at: string): Promise<{ ran: string[]; asked: string[] }> {
    const reader = await openReader(at)
    const ran: string[] = []
    const browsed = pages(at)
      .filter((name) => name.startsWith('browse/') && name !== 'browse/index.html')
      .slice(1)
    for (const file of [
      ...pages(at).filter((name) => !browsed.includes(name)),
      'search.html?q=恶意',
      `search.html?q=${encodeURIComponent(breakOut)}`,
      'stories/hostile.html?q=script',
    ]) {
      await reader.open(file)
      if (file.startsWith('search.html?')) await reader.page.locator('#told:not(:empty)').waitFor()
      await reader.page.evaluate(() => {
        for (const element of document.querySelectorAll('main *')) {
          for (const type of ['click', 'mouseover', 'focus', 'error', 'load', 'toggle'])
            if (!element.closest('a[href], button, form')) element.dispatchEvent(new Event(type))
        }
      })
      const pwned = await reader.page.evaluate(() => Reflect.get(window, '__pwned'))
      if (pwned !== undefined) ran.push(`${file}: ${String(pwned)}`)
    }
    const asked = reader.requests.filter((address) => !address.startsWith('file:'))
    await reader.close()
    return { ran, asked }
  }

  it('do not run, load or lead anywhere in any page', async () => {
    expect(await visit(root)).toEqual({ ran: [], asked: [] })
    const reader = await openReader(root)
    await reader.open('stories/hostile.html')
    const links = await reader.page
      .locator('a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol))
    expect(new Set(links)).toEqual(new Set(['file:', 'http:']))
    expect(await reader.page.locator('main').innerText()).not.toContain('\u202e')
    await reader.close()
  })

  it('are made harmless by the sanitiser alone', async () => {
    const bare = copyWith(root, (text) => text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
    expect(await visit(bare)).toEqual({ ran: [], asked: [] })
  })

  it('are kept from running by the policy alone', async () => {
    const raw = copyWith(root, (text) => text.replace('<main', `${hostileMarkup(outside)}<main`))
    const { ran } = await visit(raw)
    expect(ran).toEqual([])
  })

  function copyWith(from: string, change: (text: string) => string): string {
    const to = path.join(temporaryFolder(), '专栏')
    for (const [name, bytes] of snapshot(from)) {
      const file = path.join(to, name)
      mkdirSync(path.dirname(file), { recursive: true })
      const content = Buffer.from(bytes, 'base64')
      writeFileSync(file, name.endsWith('.html') ? change(content.toString()) : content)
    }
    expect(readdirSync(to).length).toBeGreaterThan(5)
    return to
  }
})
