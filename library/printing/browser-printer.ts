import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDevtoolsPipe } from './devtools-pipe.ts'
import type { DocumentPrinter } from './document-printer.ts'
import { printFailed } from './print-error.ts'
import { inPrintFolder } from './print-folder.ts'
import { printPage } from './print-page.ts'
import { killProgram, startProgram } from './run-program.ts'

/** How long the browser may take for a document. Milliseconds. */
const PATIENCE = 60_000

/**
 * Prints through the system's Chromium, Chrome or Edge: a page lays the document out. Lines may break elsewhere than
 * in an office program.
 * @param browser the program
 * @param script where the page's script lies, when not where the app was built
 */
export function createBrowserPrinter(browser: string, script?: URL, patience = PATIENCE): DocumentPrinter {
  const pageToPdf = (page: string, title: string) =>
    inPrintFolder(async (folder) => {
      const file = path.join(folder, 'page.html')
      await writeFile(file, page, { mode: 0o600 })
      return await print(browser, file, path.join(folder, 'profile'), patience).catch((cause: unknown) => {
        throw printFailed(title, cause instanceof Error ? cause.message : String(cause), cause)
      })
    })
  return { pageToPdf, toPdf: async (docx, title) => pageToPdf(await printPage(docx, title, script), title) }
}

async function print(browser: string, page: string, profile: string, patience: number): Promise<Uint8Array> {
  const child = startProgram(browser, flags(profile), ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'])
  const tooLong = Promise.withResolvers<never>()
  const timer = setTimeout(() => tooLong.reject(new Error(`no end after ${patience} ms`)), patience)
  try {
    return await Promise.race([tooLong.promise, printOver(openDevtoolsPipe(child), page)])
  } finally {
    clearTimeout(timer)
    killProgram(child)
  }
}

async function printOver(devtools: ReturnType<typeof openDevtoolsPipe>, page: string): Promise<Uint8Array> {
  const { targetId } = await devtools.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await devtools.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
  await devtools.send('Page.enable', {}, sessionId)
  const loaded = devtools.once('Page.loadEventFired', sessionId)
  await devtools.send('Page.navigate', { url: pathToFileURL(page).href }, sessionId)
  await loaded
  const { exceptionDetails } = await devtools.send<{
    exceptionDetails?: { text: string; exception?: { description?: string } }
  }>(
    'Runtime.evaluate',
    { expression: 'window.documentReady ?? Promise.reject(new Error("the page did not start"))', awaitPromise: true },
    sessionId,
  )
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  const { data } = await devtools.send<{ data: string }>(
    'Page.printToPDF',
    { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
    sessionId,
  )
  return Buffer.from(data, 'base64')
}

/** Nothing of the browser's own goes on, and no name is looked up. */
function flags(profile: string): string[] {
  const asRoot = process.getuid?.() === 0
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-pings',
    '--password-store=basic',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    // Chromium refuses its sandbox to root.
    ...(asRoot ? ['--no-sandbox', '--disable-gpu'] : []),
  ]
}
