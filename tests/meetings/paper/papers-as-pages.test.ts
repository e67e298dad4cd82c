import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAPERS_OF, type Paper } from '../../../library/meetings/paper/papers-of.ts'
import { findOffice } from '../../../library/printing/find-office.ts'
import { readContentMaterials } from '../../content/read-content-material.ts'
import { type PdfPage, readPdf, wordsOf } from '../../printing/pdf-pages.ts'
import { openPaperDesk } from './paper-desk.ts'

const office = findOffice()
const meetings = readContentMaterials().filter(({ record }) => record.type === 'meeting')
const guides = readContentMaterials().filter(({ record }) => record.type === 'guide')
const MM = 72 / 25.4
const FORMS: readonly Paper[] = ['sign-in', 'minutes', 'needs-card', 'feedback-card']

/** Every paper of the ready meetings and guides, as LibreOffice lays it out. */
describe.skipIf(office === undefined)('the papers as pages', () => {
  let folder = ''
  const pages = new Map<string, PdfPage[]>()
  const of = (what: Paper) => [...pages].filter(([name]) => name.endsWith(`.${what}`))

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-papers-'))
    const desk = await openPaperDesk()
    const files: string[] = []
    for (const { identifier, record } of [...meetings, ...guides]) {
      const ready = await desk.ready(record.type as 'meeting', identifier)
      for (const what of PAPERS_OF[record.type]) {
        // Forms and cards are laid out by what they ask, which is the same for all.
        if (FORMS.includes(what) && !/chuangkou|lihui/.test(identifier)) continue
        const bytes = await desk.paper(ready, what).catch((error: { code?: string }) => error.code)
        if (bytes === 'PAPER_NOTHING_ON_IT') continue
        const file = path.join(folder, `${identifier}.${what}.docx`)
        writeFileSync(file, bytes as Uint8Array)
        files.push(file)
      }
    }
    await desk.close()
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    const program = office ?? ''
    await promisify(execFile)(program, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
    for (const file of files) {
      pages.set(path.basename(file, '.docx'), await readPdf(readFileSync(file.replace(/docx$/, 'pdf'))))
    }
  }, 240_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('are all there', () => {
    expect(pages.size).toBe(meetings.length * 4 + 2 * FORMS.length + 3 * 2 + 2 + guides.length)
    for (const [name, all] of pages) expect([name, all.length > 0]).toEqual([name, true])
  })

  it('are numbered — 1 — at the outer edge, but for cards', () => {
    for (const [name, all] of pages) {
      if (name.endsWith('-card')) continue
      for (const [at, { lines, width }] of all.entries()) {
        const number = lines.find(({ text }) => text.replace(/\s/g, '') === `—${at + 1}—`)
        expect([name, at, number !== undefined]).toEqual([name, at, true])
        expect([name, at, (number?.x ?? 0) > width / 2]).toEqual([name, at, at % 2 === 0])
      }
    }
  })

  it('never end a page with a heading', () => {
    const names =
      /^(怎么讲|大家看到的|条文|条文（填空）|问大家|题目和答案|会后要做的|想一想|复盘|角色|场景|议定事项|会议内容|先准备好|\d+　.{2,40}|第.{1,12}条)$/
    for (const [name, all] of pages) {
      if (/\.(sign-in|minutes)$/.test(name)) continue
      for (const { lines } of all) {
        const last = lines.filter(({ y }) => y > 60).toSorted((a, b) => a.y - b.y)[0]
        expect([name, last?.text]).not.toEqual([name, expect.stringMatching(names)])
      }
    }
  })

  it('put two whole cards on one page', () => {
    for (const what of ['needs-card', 'feedback-card'] as const) {
      for (const [name, all] of of(what)) {
        expect([name, all.length]).toEqual([name, 1])
        const heads = all[0]?.lines.filter(({ text }) => /^(需求卡|反馈卡)$/.test(text)) ?? []
        expect(heads).toHaveLength(2)
        // Each on its half of the page.
        expect(heads.map(({ y }) => y > (all[0]?.height ?? 0) / 2).toSorted()).toEqual([false, true])
      }
    }
  })

  it('fill one page with rows to sign, while that is enough', () => {
    for (const [name, all] of of('sign-in')) {
      expect([name, all.length]).toEqual([name, 1])
      expect(wordsOf(all)).toContain('签名')
    }
  })

  it('keep notices and agendas within the text of 156 by 225 mm of GB/T 9704', () => {
    for (const [name, all] of [...of('notice'), ...of('agenda')]) {
      for (const { lines, height } of all) {
        for (const { x, y, text } of lines) {
          if (/^—/.test(text)) continue
          expect([name, text, x >= 28 * MM - 2]).toEqual([name, text, true])
          expect([name, text, y >= 35 * MM - 4 && y <= height - 37 * MM + 4]).toEqual([name, text, true])
        }
      }
    }
  })

  it('end a notice with who signs and the day on one page, with text above them', () => {
    for (const [name, all] of of('notice')) {
      const at = all.findIndex(({ lines }) => lines.some(({ text }) => text.replace(/\s/g, '') === '2026年11月21日'))
      const lines = all[at]?.lines ?? []
      expect([name, lines.length >= 4]).toEqual([name, true])
      expect([name, lines.some(({ text }) => text.includes('附件'))]).toEqual([name, true])
    }
  })

  it('keep each step of a guide whole on a page, its picture and what it says together', () => {
    for (const { identifier, record } of guides) {
      if (record.type !== 'guide') continue
      const all = pages.get(`${identifier}.guide`) ?? []
      const found = all.map((page) => wordsOf([page]))
      for (const [at, { action, detail = '' }] of record.steps.entries()) {
        const plain = (text: string) => text.replace(/[ \s]/g, '').normalize('NFKC')
        const page = found.findIndex((words) => words.includes(plain(`${at + 1}${action}`).slice(0, 8)))
        expect([identifier, at, page >= 0]).toEqual([identifier, at, true])
        expect(found[page]).toContain(plain(detail).slice(0, 8))
      }
      expect(all.length).toBeLessThanOrEqual(5)
    }
  })

  it('give the answers of a handout pages of their own', () => {
    for (const [name, all] of of('handout')) {
      const first = all.findIndex(({ lines }) => lines.some(({ text }) => text.startsWith('答案（先自己填')))
      expect([name, first > 0]).toEqual([name, true])
      expect(wordsOf(all.slice(0, first))).not.toMatch(/答案:/)
    }
  })
})
