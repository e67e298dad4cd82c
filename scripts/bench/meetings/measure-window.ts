import { chromium, type Page } from 'playwright'
import { findBrowser } from '../../../library/printing/find-browser.ts'
import { percentile } from '../percentile.ts'
import { type Row, row } from '../row.ts'
import type { ServiceUnderTest } from '../service-under-test.ts'

interface WindowMeasurement {
  /** The meeting whose slides are opened. */
  readonly show: string
  readonly slides: number
  /** The meeting whose outline is written in. */
  readonly long: string
  readonly parts: number
}

/** Milliseconds. */
const WANTED = { open: 1_000, key: 50 }
/** Letters have keys of their own: each is pressed and drawn. Chinese comes from an input method several at once. */
const TYPED = 'xianwenqingchuzaitianbiao'.repeat(4)
/** Milliseconds between two keys: faster than a quick typist. */
const PACE = 80
const OPENED = 5

/** Run in the window: notes for each key how long it took until the frame with it was drawn. */
const WATCH_KEYS = `
  globalThis.keyTimes = []
  addEventListener('keydown', () => {
    const began = performance.now()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => keyTimes.push(performance.now() - began)
      port2.postMessage(undefined)
    })
  }, { capture: true })
`

/** Opens slides and writes in an outline as a person does, in the system's browser. */
export async function measureWindow(service: ServiceUnderTest, about: WindowMeasurement): Promise<Row[]> {
  const executablePath = findBrowser()
  if (executablePath === undefined) return [row('slides and outline in the window', 'no browser is here')]
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const { address, token } = service.window
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
    await context.addInitScript((kept) => sessionStorage.setItem('xinhuo.token', kept), token)
    const page = await context.newPage()
    const opened: number[] = []
    for (let time = 0; time < OPENED; time++) opened.push(await openSlides(page, address, about.show))
    const keys = await writeInOutline(page, address, about.long)
    const [open, key] = [percentile(opened, 0.5), percentile(keys, 0.95)]
    return [
      row(
        `${about.slides} slides open, from the outline to the first one drawn, p50 / slowest`,
        `${open.toFixed(0)} / ${Math.max(...opened).toFixed(0)} ms`,
        `< ${WANTED.open} ms`,
        open < WANTED.open,
      ),
      row(
        `a key in an outline of ${about.parts} parts, until it is drawn, p50 / p95 / slowest`,
        [percentile(keys, 0.5), key, Math.max(...keys)].map((ms) => ms.toFixed(0)).join(' / '),
        `p95 < ${WANTED.key} ms`,
        key < WANTED.key,
      ),
    ]
  } finally {
    await browser.close()
  }
}

/** From pressing the button in the meeting’s desk until the first slide stands. Milliseconds. */
async function openSlides(page: Page, address: string, id: string): Promise<number> {
  await page.goto(new URL(`/meetings/${id}`, address).href)
  const button = page.locator(`a[href*="/present/${id}"]`).first()
  await button.waitFor()
  const began = performance.now()
  await button.click()
  await page.locator('section[data-here]').waitFor()
  return performance.now() - began
}

async function writeInOutline(page: Page, address: string, id: string): Promise<number[]> {
  await page.goto(new URL(`/meetings/${id}`, address).href)
  const field = page.getByLabel('名称', { exact: true }).first()
  await field.click()
  await page.evaluate(WATCH_KEYS)
  for (const letter of TYPED) {
    await page.keyboard.press(letter)
    await page.waitForTimeout(PACE)
  }
  return page.evaluate<number[]>('globalThis.keyTimes')
}
