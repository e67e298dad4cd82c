import type { WebContents, WindowOpenHandlerResponse } from 'electron'
import { isAppUrl } from './app-origin.ts'

/** What the guards use of a page. */
export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>

/** Opens an address outside the app; asks the person first. */
export type OpenOutside = (url: string) => void

/** Answers a page that asks for a window. */
export type AskWindow = (url: string) => WindowOpenHandlerResponse

/**
 * Keeps a page where it belongs: it navigates within the interface only, holds no webviews, and opens no windows but
 * those that `askWindow` allows. A web address that was clicked is offered to `openOutside`.
 */
export function guardNavigation(
  contents: GuardedContents,
  openOutside: OpenOutside,
  askWindow: AskWindow = () => ({ action: 'deny' }),
): void {
  contents.on('will-frame-navigate', (details) => {
    if (isAppUrl(details.url)) return
    details.preventDefault()
    if (details.isMainFrame && isWebAddress(details.url)) openOutside(details.url)
  })
  contents.on('will-redirect', (details) => {
    if (!isAppUrl(details.url)) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isAppUrl(url)) return askWindow(url)
    if (isWebAddress(url)) openOutside(url)
    return { action: 'deny' }
  })
}

/** Only http and https leave the app; `file:`, `javascript:` and other programs' schemes never do. */
export function isWebAddress(url: string): boolean {
  try {
    const { protocol, username, password } = new URL(url)
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
  } catch {
    return false
  }
}
