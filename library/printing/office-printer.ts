import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentPrinter } from './document-printer.ts'
import { printFailed } from './print-error.ts'
import { inPrintFolder } from './print-folder.ts'
import { killProgram, startProgram } from './run-program.ts'

/** How long LibreOffice may take for a document. Milliseconds. */
const PATIENCE = 60_000

/**
 * Prints through LibreOffice, as the document looks when it is opened there. Each document has a profile of its own
 * that goes with it, so that a LibreOffice the person has open is never disturbed.
 * @param soffice the program
 */
export function createOfficePrinter(soffice: string, patience = PATIENCE): DocumentPrinter {
  return {
    toPdf: (docx, title) =>
      inPrintFolder(async (folder) => {
        await writeFile(path.join(folder, 'document.docx'), docx, { mode: 0o600 })
        const profile = path.join(folder, 'profile')
        await mkdir(path.join(profile, 'user'), { recursive: true })
        await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), PROFILE)
        const said = await convert(soffice, folder, profile, patience)
        return await readFile(path.join(folder, 'document.pdf')).catch((cause: unknown) => {
          throw printFailed(title, said, cause)
        })
      }),
  }
}

/** Gives what the program said. */
async function convert(soffice: string, folder: string, profile: string, patience: number): Promise<string> {
  const child = startProgram(
    soffice,
    [
      '--headless',
      '--norestore',
      '--nologo',
      '--nodefault',
      '--nolockcheck',
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--convert-to',
      'pdf:writer_pdf_Export',
      '--outdir',
      folder,
      path.join(folder, 'document.docx'),
    ],
    ['ignore', 'pipe', 'pipe'],
  )
  let said = ''
  const listen = (text: Buffer) => {
    said += text.toString('utf8')
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const timer = setTimeout(() => {
    said += `no end after ${patience} ms`
    killProgram(child)
  }, patience)
  try {
    await once(child, 'close')
  } catch (error) {
    said += error instanceof Error ? error.message : String(error)
  } finally {
    clearTimeout(timer)
    killProgram(child)
  }
  return said.trim()
}

/** No macros, no links followed: the document is laid out, and nothing outside it is asked for. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
`
