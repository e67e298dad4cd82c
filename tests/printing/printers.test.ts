import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TextRun,
} from 'docx'
import PizZip from 'pizzip'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createBrowserPrinter } from '../../library/printing/browser-printer.ts'
import { type DocumentPrinter, PrintError } from '../../library/printing/document-printer.ts'
import { findBrowser } from '../../library/printing/find-browser.ts'
import { findOffice } from '../../library/printing/find-office.ts'
import { createOfficePrinter } from '../../library/printing/office-printer.ts'
import { openPrinter } from '../../library/printing/open-printer.ts'
import { inPrintFolder } from '../../library/printing/print-folder.ts'
import { createShellPrinter } from '../../library/printing/shell-printer.ts'
import { buildPrintPage } from '../../scripts/build/build-print-page.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { readPdf, wordsOf } from './pdf-pages.ts'

const project = path.resolve(import.meta.dirname, '../..')
const office = findOffice()
const browser = findBrowser()
let script: URL

beforeAll(async () => {
  const folder = path.join(temporaryFolder(afterAll), 'printing')
  await buildPrintPage(project, folder)
  script = pathToFileURL(path.join(folder, 'print-page.js'))
}, 60_000)

/** Each page of A4 upright, with what it says. */
const documentOf = (...pages: readonly (readonly string[])[]) =>
  Packer.toBuffer(
    new Document({
      sections: pages.map((lines) => ({
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1440, left: 1440 } } },
        children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })),
      })),
    }),
  )

const printers = [
  { name: 'LibreOffice', program: office, open: (program: string) => createOfficePrinter(program) },
  { name: 'the browser', program: browser, open: (program: string) => createBrowserPrinter(program, script) },
]

for (const { name, program, open } of printers) {
  describe.skipIf(program === undefined)(`printing through ${name}`, () => {
    const printer = () => open(program ?? '')

    it('puts the words on A4, each page for itself, rare characters and all', async () => {
      const docx = await documentOf(['低保申请表', '申请人：李𠮷㙍，附件三份。'], ['其二：附表'])
      const pages = await readPdf(await printer().toPdf(docx, '低保申请表'))
      expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
        [595, 842],
        [595, 842],
      ])
      expect(wordsOf(pages.slice(0, 1))).toContain('申请人:李𠮷㙍,附件三份。')
      expect(wordsOf(pages.slice(1))).toContain('其二:附表')
      const title = pages[0]?.lines.find(({ text }) => text.includes('低'))
      // Two and a half centimetres from the left and the top.
      expect(title?.x).toBeCloseTo(72, -1)
      expect((pages[0]?.height ?? 0) - (title?.y ?? 0)).toBeGreaterThan(72)
      expect((pages[0]?.height ?? 0) - (title?.y ?? 0)).toBeLessThan(95)
    }, 60_000)

    it('lets a long text flow over as many pages as it needs, with margins on each', async () => {
      const lines = Array.from({ length: 120 }, (_, number) => `第${number + 1}行`)
      const pages = await readPdf(await printer().toPdf(await documentOf(lines), '长文'))
      expect(pages.length).toBeGreaterThan(1)
      expect(pages.length).toBeLessThan(5)
      for (const line of lines) expect(wordsOf(pages)).toContain(line)
      for (const page of pages) {
        const tops = page.lines.map(({ y }) => page.height - y)
        expect(Math.min(...tops)).toBeGreaterThan(60)
      }
    }, 60_000)

    it('numbers the pages, of a short document and of a long one', async () => {
      const numbered = (lines: readonly string[]) =>
        Packer.toBuffer(
          new Document({
            sections: [
              {
                properties: { page: { size: { width: 11906, height: 16838 } } },
                footers: {
                  default: new Footer({
                    children: [
                      new Paragraph({
                        alignment: AlignmentType.CENTER,
                        children: [
                          new TextRun({ children: ['— ', PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES, ' —'] }),
                        ],
                      }),
                    ],
                  }),
                },
                children: lines.map((line) => new Paragraph(line)),
              },
            ],
          }),
        )
      const short = await readPdf(await printer().toPdf(await numbered(['短']), '短'))
      expect(wordsOf(short)).toContain('—1/1—')
      const long = await readPdf(await printer().toPdf(await numbered(Array<string>(120).fill('长')), '长'))
      for (const [index, page] of long.entries()) {
        expect(wordsOf([page])).toContain(`—${index + 1}/${long.length}—`)
        const number = page.lines.find(({ text }) => text.includes('—'))
        expect(number?.y).toBeLessThan(72)
        expect(Math.abs((number?.x ?? 0) - page.width / 2)).toBeLessThan(40)
      }
    }, 60_000)

    it('numbers the pages of several sections at their outer edge, below their heads', async () => {
      const number = (alignment: 'left' | 'right') =>
        new Footer({
          children: [
            new Paragraph({ alignment, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] }),
          ],
        })
      const section = (name: string, lines: number) => ({
        properties: { page: { size: { width: 11906, height: 16838 } } },
        headers: Object.fromEntries(
          ['default', 'even'].map((page) => [
            page,
            new Header({
              children: [
                new Paragraph({
                  tabStops: [{ type: 'right' as const, position: 9000 }],
                  children: [new TextRun({ children: ['讲稿', new Tab(), name] })],
                }),
              ],
            }),
          ]),
        ),
        footers: { default: number('right'), even: number('left') },
        children: Array.from({ length: lines }, () => new Paragraph(`${name}的一行`)),
      })
      const docx = await Packer.toBuffer(
        new Document({
          evenAndOddHeaderAndFooters: true,
          sections: [section('甲', 3), section('乙', 90), section('丙', 3)],
        }),
      )
      const pages = await readPdf(await printer().toPdf(docx, '讲稿'))
      expect(pages.length).toBeGreaterThanOrEqual(4)
      for (const [index, page] of pages.entries()) {
        const numbers = page.lines.filter(({ text }) => /^—.*—$/.test(text.trim()))
        expect(numbers.map(({ text }) => text.replace(/\s/g, ''))).toEqual([`—${index + 1}—`])
        expect(numbers.map(({ x }) => x > page.width / 2)).toEqual([index % 2 === 0])
        const head = page.lines.toSorted((a, b) => b.y - a.y)[0]
        expect(head?.text.replace(/\s/g, '').normalize('NFKC')).toMatch(
          index === 0 ? /^讲稿甲$/ : index === pages.length - 1 ? /^讲稿丙$/ : /^讲稿乙$/,
        )
      }
    }, 60_000)

    it('turns the paper where a section asks for it', async () => {
      const docx = await Packer.toBuffer(
        new Document({
          sections: [
            { properties: { page: { size: { width: 11906, height: 16838 } } }, children: [new Paragraph('竖')] },
            {
              properties: { page: { size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE } } },
              children: [new Paragraph('横')],
            },
          ],
        }),
      )
      const pages = await readPdf(await printer().toPdf(docx, '横竖'))
      expect(pages.map(({ width, height }) => width > height)).toEqual([false, true])
    }, 60_000)

    it('asks nothing of the network, whatever the document points at', async () => {
      const asked: string[] = []
      const server = createServer((request, response) => {
        asked.push(request.url ?? '')
        response.end()
      }).listen(0, '127.0.0.1')
      onTestFinished(() => void server.close())
      await new Promise((resolve) => server.once('listening', resolve))
      const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const pages = await readPdf(await printer().toPdf(await documentWithOutsideParts(outside), '外链'))
      expect(wordsOf(pages)).toContain('正文')
      expect(asked).toEqual([])
    }, 60_000)

    it('says plainly that a broken document cannot be printed, and leaves nothing behind', async () => {
      const scratch = temporaryFolder()
      for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, scratch)
      onTestFinished(() => void vi.unstubAllEnvs())
      const broken = printer().toPdf(new Uint8Array([1, 2, 3]), '坏的')
      const error = await broken.then(
        () => undefined,
        (reason: unknown) => reason,
      )
      // LibreOffice takes anything for text.
      if (error !== undefined) expect(error).toMatchObject({ code: 'PRINT_FAILED', what: '《坏的》没有转成 PDF。' })
      expect(readdirSync(os.tmpdir()).filter((entry) => entry.startsWith('xinhuo-print-'))).toEqual([])
    }, 60_000)
  })
}

describe.skipIf(browser === undefined)('a page that is full in an office program', () => {
  it('is one page through the browser, too, whose lines are a little taller', async () => {
    const rows = Array.from({ length: 38 }, (_, number) => `第${number + 1}行`)
    const docx = await documentOf([...rows, ...Array<string>(40).fill('')], ['后面'])
    const pages = await readPdf(await createBrowserPrinter(browser ?? '', script).toPdf(docx, '满页'))
    expect(pages.map((page) => page.lines.length)).toEqual([38, 1])
  }, 60_000)
})

/** A document with a picture, a template and a frame that lie on a server. */
async function documentWithOutsideParts(outside: string): Promise<Uint8Array> {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const picture = new ImageRun({ type: 'png', data: pixel, transformation: { width: 50, height: 50 } })
  const zip = new PizZip(
    await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('正文'), new Paragraph({ children: [picture] })] }] }),
    ),
  )
  const relations = 'word/_rels/document.xml.rels'
  const text = zip.file(relations)?.asText() ?? ''
  zip.file(
    relations,
    text
      .replace(/Target="media\/[^"]+"/, `Target="${outside}/picture.png" TargetMode="External"`)
      .replace(
        '</Relationships>',
        `<Relationship Id="rIdTemplate" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${outside}/template.dotx" TargetMode="External"/></Relationships>`,
      ),
  )
  const body = zip.file('word/document.xml')?.asText() ?? ''
  const field = `<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText> INCLUDEPICTURE "${outside}/included.png" \\d </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
  zip.file('word/document.xml', body.replace('<w:body>', `<w:body>${field}`))
  return zip.generate({ type: 'uint8array' })
}

describe('a program for printing that hangs', () => {
  it('is ended with all that it started when its time is over', async (test) => {
    if (process.platform === 'win32') return test.skip('scripts are started otherwise on Windows')
    const folder = temporaryFolder()
    const program = path.join(folder, 'soffice')
    const pids = path.join(folder, 'pids')
    writeFileSync(program, `#!/bin/sh\nsleep 600 & echo $! >> ${pids}\necho $$ >> ${pids}\nwait\n`)
    chmodSync(program, 0o755)
    await expect(createOfficePrinter(program, 500).toPdf(new Uint8Array(), '慢')).rejects.toMatchObject({
      code: 'PRINT_FAILED',
    })
    const started = spawnSync('cat', [pids], { encoding: 'utf8' }).stdout.trim().split('\n')
    expect(started).toHaveLength(2)
    await vi.waitFor(() => expect(started.filter(isRunning)).toEqual([]))
  })

  it('is ended with the process that started it', async (test) => {
    if (process.platform === 'win32') return test.skip('scripts are started otherwise on Windows')
    const folder = temporaryFolder()
    const program = path.join(folder, 'soffice')
    const pids = path.join(folder, 'pids')
    writeFileSync(program, `#!/bin/sh\nsleep 600 & echo $! >> ${pids}\nwait\n`)
    chmodSync(program, 0o755)
    const module = new URL('../../library/printing/office-printer.ts', import.meta.url).href
    const script = `import { createOfficePrinter } from ${JSON.stringify(module)}
      import { existsSync } from 'node:fs'
      createOfficePrinter(${JSON.stringify(program)}).toPdf(new Uint8Array(), 'x')
      setInterval(() => existsSync(${JSON.stringify(pids)}) && process.exit(), 20)`
    spawnSync(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, TMPDIR: folder } })
    const [started = ''] = spawnSync('cat', [pids], { encoding: 'utf8' }).stdout.trim().split('\n')
    expect(started).toMatch(/^\d+$/)
    await vi.waitFor(() => expect(isRunning(started)).toBe(false))
  }, 60_000)

  it('that is a browser is ended too', async (test) => {
    if (process.platform === 'win32') return test.skip('scripts are started otherwise on Windows')
    const program = path.join(temporaryFolder(), 'chromium')
    writeFileSync(program, '#!/bin/sh\nexec sleep 600\n')
    chmodSync(program, 0o755)
    const printed = createBrowserPrinter(program, script, 500).toPdf(await documentOf(['一']), '慢')
    await expect(printed).rejects.toMatchObject({ code: 'PRINT_FAILED' })
  })

  it('is no program at all', async () => {
    const nowhere = path.join(temporaryFolder(), 'gone')
    const docx = await documentOf(['一'])
    await expect(createOfficePrinter(nowhere).toPdf(docx, '无')).rejects.toMatchObject({ code: 'PRINT_FAILED' })
    await expect(createBrowserPrinter(nowhere, script).toPdf(docx, '无')).rejects.toMatchObject({
      code: 'PRINT_FAILED',
    })
  })
})

/** A process that has ended may still wait for its parent to notice. */
const isRunning = (pid: string) =>
  existsSync(`/proc/${pid}`) &&
  !/^State:\s+Z/m.test(spawnSync('cat', [`/proc/${pid}/status`], { encoding: 'utf8' }).stdout)

describe('the order of printing', () => {
  const failing: DocumentPrinter = {
    toPdf: () => Promise.reject(new PrintError({ code: 'PRINT_FAILED', what: '没有转成 PDF。' })),
  }
  const saying = (word: string): DocumentPrinter => ({ toPdf: async () => Buffer.from(word) })

  it('is the first way that this machine has and that works', async () => {
    const printer = openPrinter([() => undefined, () => failing, () => saying('third')])
    expect(Buffer.from(await printer.toPdf(new Uint8Array(), 'x')).toString()).toBe('third')
  })

  it('ends with what to do where there is none, and with the last failure where none works', async () => {
    await expect(openPrinter([() => undefined]).toPdf(new Uint8Array(), 'x')).rejects.toMatchObject({
      code: 'PRINT_UNAVAILABLE',
      todo: expect.stringContaining('.docx'),
    })
    await expect(openPrinter([() => failing]).toPdf(new Uint8Array(), 'x')).rejects.toMatchObject({
      code: 'PRINT_FAILED',
    })
  })

  it('prints one document at a time, and goes on after one that failed', async () => {
    let running = 0
    let most = 0
    const slow: DocumentPrinter = {
      async toPdf(docx) {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running--
        if (docx.length === 0) throw new PrintError({ code: 'PRINT_FAILED', what: '空的。' })
        return docx
      },
    }
    const printer = openPrinter([() => slow])
    const results = await Promise.allSettled(
      [new Uint8Array(1), new Uint8Array(), new Uint8Array(2)].map((docx) => printer.toPdf(docx, 'x')),
    )
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(most).toBe(1)
  })
})

describe('printing through the desktop shell', () => {
  it('hands over a page that holds the document and lets nothing else run, and takes it away again', async () => {
    let page = ''
    const printer = createShellPrinter(async (file) => {
      page = file
      const { readFile } = await import('node:fs/promises')
      const text = await readFile(file, 'utf8')
      expect(text).toContain(Buffer.from([7, 7, 7]).toString('base64'))
      expect(text).toMatch(/default-src 'none'; script-src 'sha256-[^']+'/)
      expect(text).toContain('<title>&#60;b&#62;表</title>')
      return Buffer.from('%PDF-')
    }, script)
    expect(Buffer.from(await printer.toPdf(new Uint8Array([7, 7, 7]), '<b>表')).toString()).toBe('%PDF-')
    expect(path.relative(os.tmpdir(), page)).toMatch(/^xinhuo-print-\w+[\\/]page\.html$/)
    expect(existsSync(path.dirname(page))).toBe(false)
  })
})

describe('the folder for printing', () => {
  it('goes with its document, and so does what a process left that was killed an hour ago', async () => {
    const scratch = temporaryFolder()
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, scratch)
    onTestFinished(() => void vi.unstubAllEnvs())
    const old = path.join(scratch, 'xinhuo-print-old')
    const running = path.join(scratch, 'xinhuo-print-new')
    const others = path.join(scratch, 'others')
    for (const folder of [old, running, others]) mkdirSync(folder)
    const past = new Date(Date.now() - 2 * 3600 * 1000)
    utimesSync(old, past, past)
    utimesSync(others, past, past)
    const work = inPrintFolder(async (folder) => {
      writeFileSync(path.join(folder, 'document.docx'), '姓名')
      throw new Error('no paper')
    })
    await expect(work).rejects.toThrow('no paper')
    expect(readdirSync(scratch).sort()).toEqual(['others', 'xinhuo-print-new'])
  })
})

describe('the search for LibreOffice', () => {
  const on = (platform: NodeJS.Platform, env: Record<string, string>, ...files: string[]) =>
    findOffice({ platform, env, exists: (file) => files.includes(file) })

  it('takes what XINHUO_OFFICE names, and none where it is empty', () => {
    mkdirSync(temporaryFolder(), { recursive: true })
    expect(on('linux', { XINHUO_OFFICE: '/x/soffice', PATH: '/usr/bin' }, '/x/soffice', '/usr/bin/soffice')).toBe(
      '/x/soffice',
    )
    expect(on('linux', { XINHUO_OFFICE: '', PATH: '/usr/bin' }, '/usr/bin/soffice')).toBeUndefined()
  })

  it('looks where each system keeps it', () => {
    expect(on('linux', { PATH: '/a:/usr/local/bin' }, '/usr/local/bin/soffice')).toBe('/usr/local/bin/soffice')
    const windows = 'C:\\Program Files\\LibreOffice\\program\\soffice.exe'
    expect(on('win32', { PROGRAMFILES: 'C:\\Program Files' }, windows)).toBe(windows)
    const mac = '/Applications/LibreOffice.app/Contents/MacOS/soffice'
    expect(on('darwin', { HOME: '/Users/x' }, mac)).toBe(mac)
    expect(on('linux', { PATH: '/a' })).toBeUndefined()
  })
})
