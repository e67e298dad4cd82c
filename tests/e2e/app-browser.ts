import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { findBrowser } from '../../library/printing/find-browser.ts'
import type { LibraryService } from './library-service.ts'

/** Nothing of the browser's own goes on in the background. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's browser. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('The end-to-end tests need Chromium, Chrome or Edge on this machine')
  return chromium.launch({ executablePath, args: browserFlags })
}

/** A window on the library, and what it asked for and complained of. */
export interface AppWindow {
  readonly page: Page
  readonly context: BrowserContext
  /** The addresses of all requests of the window. */
  readonly requests: readonly string[]
  /** Errors of scripts, and what the Content-Security-Policy stopped. */
  readonly complaints: readonly string[]
}

/** Opens the app as `npm start` does, with a ticket of its own. */
export async function openAppWindow(
  browser: Browser,
  service: Pick<LibraryService, 'address' | 'ticketUrl'>,
  options: BrowserContextOptions & { readonly place?: string } = {},
): Promise<AppWindow> {
  const { place = '', ...contextOptions } = options
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    ...contextOptions,
  })
  context.setDefaultTimeout(15_000)
  const requests: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  context.on('weberror', (error) => complaints.push(error.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const page = await context.newPage()
  await page.goto(await service.ticketUrl())
  await page.locator('#main').waitFor()
  if (place !== '') await page.goto(new URL(place, service.address).href)
  return { page, context, requests, complaints }
}

/** Asks the service from inside the window, with the window's own token. */
export function askFromPage<Answer>(page: Page, route: string, init: { method?: string; body?: string } = {}) {
  return page.evaluate(
    async ({ route, init }) => {
      const token = sessionStorage.getItem('xinhuo.token')
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      return (await (await fetch(route, { ...init, headers })).json()) as Answer
    },
    { route, init },
  ) as Promise<Answer>
}
