import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron'
import { AppError } from '../library/errors/app-error.ts'
import { type PermissionSession, refusePermissions } from './permissions.ts'
import { webPreferences } from './web-preferences.ts'

export class PagePrintError extends AppError<'PAGE_NOT_PRINTED'> {}

/** A session in memory, apart from the app's. */
export const PRINT_PARTITION = 'xinhuo-print'
/** How long a page may take to be laid out. Milliseconds. */
const PATIENCE = 60_000

export interface PagePrinterOptions {
  readonly openWindow: (options: BrowserWindowConstructorOptions) => PrintWindow
  /** The session of {@link PRINT_PARTITION}. */
  readonly session: PrintSession
  /** Only pages in a folder for printing below this one are opened. */
  readonly folder: string
  readonly patience?: number
}

export type PrintSession = PermissionSession & {
  readonly protocol: Pick<Session['protocol'], 'handle'>
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>
}
export type PrintWindow = Pick<BrowserWindow, 'loadURL' | 'destroy'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'executeJavaScript' | 'printToPDF'>
}

/** Pages are served under a scheme that nothing but the window for printing knows. */
const SCHEME = 'xinhuo-print'

/** Makes a PDF of a page that the service wrote, in a window that is never shown and asks for nothing outside. */
export function createPagePrinter({ openWindow, session, folder, patience = PATIENCE }: PagePrinterOptions) {
  const pages = new Map<string, Uint8Array>()
  let next = 0
  refusePermissions(session, () => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !pages.has(url) && !isInPage(url) }))
  session.protocol.handle(SCHEME, ({ url }) => {
    const page = pages.get(url)
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    return new Response(page as Uint8Array<ArrayBuffer> | undefined, { status: page ? 200 : 404, headers })
  })
  return async (file: string): Promise<Uint8Array> => {
    if (!isPrintPage(file, folder)) throw notPrinted('not a page for printing')
    const url = `${SCHEME}://page/${next++}`
    pages.set(url, await readFile(file))
    const { preload: _, ...safe } = webPreferences('')
    const window = openWindow({ show: false, webPreferences: { ...safe, partition: PRINT_PARTITION } })
    const tooLong = Promise.withResolvers<never>()
    const timer = setTimeout(() => tooLong.reject(notPrinted(`no end after ${patience} ms`)), patience)
    try {
      return await Promise.race([tooLong.promise, print(window, url)])
    } finally {
      clearTimeout(timer)
      window.destroy()
      pages.delete(url)
    }
  }
}

async function print(window: PrintWindow, url: string): Promise<Uint8Array> {
  await window.loadURL(url)
  await window.webContents.executeJavaScript('window.documentReady')
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

/** `…/xinhuo-print-abc123/page.html`: what the service writes for printing, and nothing else on the disk. */
function isPrintPage(file: string, folder: string): boolean {
  const parts = path.relative(folder, file).split(path.sep)
  return parts.length === 2 && /^xinhuo-print-\w+$/.test(parts[0] ?? '') && parts[1] === 'page.html'
}

/** What a page holds in itself. */
const isInPage = (url: string): boolean => /^(data|blob):/.test(url)

const notPrinted = (why: string) =>
  new PagePrintError({
    code: 'PAGE_NOT_PRINTED',
    what: '没有生成 PDF。',
    why,
    todo: '可以下载 .docx，用 WPS 打开后打印。',
  })
