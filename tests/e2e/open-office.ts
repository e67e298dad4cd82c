import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph } from 'docx'
import type { Browser, Download, Locator, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { expect } from 'vitest'
import type { TemplateSummary } from '../../library/templates/template-view.ts'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
import { askOverPipe, type LibraryService, starterInstalled, startLibraryService } from './library-service.ts'
import { dropOn, writeXlsx } from './office-town.ts'

/** A window on an office's library, and what its tests do in it again and again. */
export class Office {
  readonly #service: LibraryService
  readonly #browser: Browser
  readonly window: AppWindow
  readonly page: Page

  constructor(service: LibraryService, browser: Browser, window: AppWindow) {
    this.#service = service
    this.#browser = browser
    this.window = window
    this.page = window.page
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.#service.remove()
  }

  get address(): string {
    return this.#service.address
  }

  ask<Answer>(method: string, route: string, body?: object): Promise<Answer> {
    return askOverPipe<Answer>(this.#service.pipe, method, route, body)
  }

  async go(place: string): Promise<void> {
    await this.page.goto(new URL(place, this.#service.address).href)
  }

  main(): Locator {
    return this.page.locator('main')
  }

  button(name: string | RegExp): Locator {
    return this.main().getByRole('button', { name })
  }

  async templateOf(title: string): Promise<TemplateSummary> {
    const all = await this.ask<TemplateSummary[]>('GET', '/api/templates')
    const found = all.find((one) => one.title === title)
    if (!found) throw new Error(`There is no template ${title}`)
    return found
  }

  async dropSheet(name: string, rows: readonly (readonly string[])[]): Promise<void> {
    await dropOn(this.page, [{ name, content: readFileSync(await writeXlsx(name, rows)) }])
  }

  /** The file that pressing something hands to the person. */
  async saved(press: () => Promise<unknown>): Promise<Download> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()])
    return download
  }

  async dress(look: object): Promise<void> {
    const settings = await this.ask<object>('GET', '/api/settings')
    await this.ask('PUT', '/api/settings', { ...settings, ...look })
  }

  async readsWell(): Promise<void> {
    await expectOn(this.main().getByRole('heading', { level: 1 })).toBeVisible()
    // Colours on their way from one state to the next are nobody's.
    await this.page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
    expect(await axeViolations(this.page)).toEqual([])
  }
}

export async function openOffice(): Promise<Office> {
  const service = await startLibraryService()
  await starterInstalled(service)
  const browser = await launchBrowser()
  return new Office(service, browser, await openAppWindow(browser, service))
}

/** A document of plain paragraphs. */
export const plainDocx = async (...lines: string[]): Promise<Buffer> =>
  Buffer.from(
    await Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })),
  )
