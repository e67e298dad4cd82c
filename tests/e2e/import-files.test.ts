import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeDocx } from '../importing/readers/office-file.ts'
import { askFromPage, launchBrowser, openAppWindow } from './app-browser.ts'
import { jobEnded, type LibraryService, starterInstalled, startLibraryService } from './library-service.ts'
import { waterRules, writeTexts } from './sample-texts.ts'

type Files = Readonly<Record<string, string | Buffer>>

/** Files that take a while to read, so that an import of them can be halted before its end. */
function longRegisters(name: string, count: number): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const provisions = Array.from(
        { length: 100 },
        (_, m) => `第${m + 1}条　${name}第${n}号第${m + 1}项每月核对一次。`,
      )
      return [`${name}${n}.md`, `# 第${n}号${name}\n\n${provisions.join('\n\n')}\n`]
    }),
  )
}

/** Sends a signal to the readers of documents of a service: halted, an import stays as far as it is. */
function signalReaders(service: LibraryService, signal: 'SIGSTOP' | 'SIGCONT'): void {
  const processes = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).stdout.split('\n')
  const readers = processes.flatMap((line) => {
    const [pid, parent, ...program] = line.trim().split(/\s+/)
    return Number(parent) === service.pid && program.some((part) => part.includes('reader-process'))
      ? [Number(pid)]
      : []
  })
  expect(readers.length).toBeGreaterThan(0)
  for (const reader of readers) process.kill(reader, signal)
}

describe('importing in the window', () => {
  let service: LibraryService
  let browser: Browser
  let page: Page
  let files: Files = {}

  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
    browser = await launchBrowser()
    page = (await openAppWindow(browser, service)).page
    files = {
      '青禾县文件/2024年/饮水管护通知.docx': await noticeDocx(),
      '青禾县文件/溪口镇农村饮水管护办法.md': waterRules['older.md'],
      '青禾县文件/（旧）/值班电话.txt': '值班电话\n\n夜间值班请拨打镇政府总机，由带班领导接听。\n',
      '青禾县文件/坏掉的文件.docx': Buffer.from('PK\u0003\u0004 not a Word file at all'),
    }
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
  })

  /** Drops files on the window as a file manager does; names with folders arrive as the browser gives them. */
  const drop = async (dropped: Files) => {
    const sent = Object.entries(dropped).map(([name, content]) => ({
      name: name.split('/').at(-1) ?? '',
      base64: Buffer.from(content).toString('base64'),
    }))
    const transfer = await page.evaluateHandle((given) => {
      const data = new DataTransfer()
      for (const { name, base64 } of given) {
        data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name))
      }
      return data
    }, sent)
    for (const type of ['dragover', 'drop']) await page.dispatchEvent('#main', type, { dataTransfer: transfer })
  }
  /** Chooses a folder with what it holds, by the button. */
  const chooseFolder = async (chosen: Files) => {
    const folder = writeTexts(chosen)
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '选择文件夹' }).click()
    await (await choosing).setFiles(`${folder}/青禾县文件`)
    return folder
  }
  const start = () => page.getByRole('button', { name: '开始导入' }).click()
  /** Looked for at every frame: what is polled ever more seldom may come and go between two looks. */
  const running = (total: number) =>
    page.waitForFunction(
      (given) => [...document.querySelectorAll('main span')].some((shown) => shown.textContent?.endsWith(`/ ${given}`)),
      total,
      { timeout: 30_000 },
    )
  const ended = () => expectOn(page.getByRole('heading', { name: '导入完成' })).toBeVisible({ timeout: 60_000 })
  const count = (name: string) =>
    page
      .locator('dl > div')
      .filter({ has: page.locator('dt', { hasText: name }) })
      .locator('dd')
  const again = () => page.getByRole('button', { name: '再导入一些' }).click()

  it('takes dropped files in from anywhere in the window, and says why one was left out', async () => {
    await drop(files)
    await expectOn(page.getByRole('heading', { name: /已选 4 个文件/ })).toBeVisible()
    await expectOn(page.locator('main')).toContainText('坏掉的文件.docx')
    await start()
    await ended()
    await expectOn(count('新收入')).toHaveText('3')
    await expectOn(count('跳过')).toHaveText('1')
    const row = page.getByRole('table', { name: '跳过的文件' }).getByRole('row', { name: /坏掉的文件\.docx/ })
    await expectOn(row).toContainText(/[一-龥]{4,}/)
    await expectOn(row).not.toContainText(/Error|undefined|at /)
  })

  it('finds what was taken in, at once', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('镇政府总机')
    await page.keyboard.press('Enter')
    await expectOn(page.getByRole('link', { name: '值班电话', exact: true })).toBeVisible()
    await page.keyboard.press('Control+i')
    await ended()
    await again()
  })

  it('keeps the names of Chinese folders as the source', async () => {
    const folder = await chooseFolder({
      '青禾县文件/二〇二四年/路灯维护办法.md': '# 路灯维护办法\n\n第一条　路灯每月巡查。\n',
    })
    await expectOn(page.locator('main')).toContainText('青禾县文件/二〇二四年/路灯维护办法.md')
    await start()
    await ended()
    rmSync(folder, { recursive: true, force: true })
    await page.getByRole('link', { name: '去资料库看看' }).click()
    await page.getByRole('link', { name: '路灯维护办法' }).first().click()
    const panel = page.getByRole('region', { name: '文件信息' })
    if (!(await panel.isVisible())) await page.getByRole('button', { name: /信息/ }).click()
    await expectOn(panel).toContainText('青禾县文件/二〇二四年/路灯维护办法.md')
    await page.keyboard.press('Control+i')
    await again()
  })

  it('takes the same files in again without a trace', async () => {
    await drop(files)
    await start()
    await ended()
    await expectOn(count('没有变化')).toHaveText('3')
    await expectOn(count('新收入')).toHaveText('0')
    await again()
  })

  it('makes a changed file a new version', async () => {
    const changed = waterRules['older.md'].replace('每月检查水源地一次', '每旬检查水源地一次')
    await drop({ '溪口镇农村饮水管护办法.md': changed })
    await start()
    await ended()
    await expectOn(count('有新版本')).toHaveText('1')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('每旬检查水源地')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '溪口镇农村饮水管护办法', exact: true }).click()
    await expectOn(page.getByRole('link', { name: '比较版本' })).toBeVisible()
    await page.keyboard.press('Control+i')
    await again()
  })

  it('shows progress, lets the person look around meanwhile, and stops when cancelled', async () => {
    const many = longRegisters('台账', 200)
    await drop(many)
    await start()
    await running(200)
    signalReaders(service, 'SIGSTOP')
    await page.getByRole('link', { name: '首页' }).click()
    await expectOn(page.getByRole('region', { name: '正在进行' })).toContainText('导入资料')
    await page.getByRole('link', { name: '导入', exact: true }).click()
    await page.getByRole('button', { name: '取消' }).click()
    await expectOn(page.getByRole('heading', { name: /已取消/ })).toBeVisible({ timeout: 10_000 })
    const taken = Number(await count('新收入').textContent())
    expect(taken).toBeLessThan(200)
    await again()

    await drop(many)
    await start()
    await ended()
    await expectOn(count('新收入')).toHaveText(String(200 - taken))
    await expectOn(count('没有变化')).toHaveText(String(taken))
  })

  it('answers pages and searches while it imports', async () => {
    const answers: string[] = []
    await again()
    await drop(longRegisters('清单', 100))
    await start()
    await running(100)
    signalReaders(service, 'SIGSTOP')
    for (const route of [
      '/api/home',
      '/api/search?q=宅基地',
      '/api/items?limit=20',
      '/api/settings',
      '/api/search?q=清单',
    ]) {
      const answer = await askFromPage<object>(page, route)
      answers.push(Object.keys(answer).includes('error') ? 'error' : 'answered')
    }
    expect(answers).toEqual(Array(5).fill('answered'))
    const [job] = await askFromPage<{ id: string; state: string }[]>(page, '/api/jobs')
    expect(job?.state).toBe('running')
    signalReaders(service, 'SIGCONT')
    expect(await jobEnded(service, job?.id ?? '')).toMatchObject({ state: 'done', result: { imported: 100 } })
  })
})
