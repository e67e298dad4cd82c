import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fileNameFromTitle } from '../../electron/file-name-from-title.ts'
import { createPrinting } from '../../electron/printing.ts'
import { shellTexts } from '../../electron/shell-texts.ts'

let folder: string
const showSaveDialog = vi.fn()
const showErrorBox = vi.fn()
const print = vi.fn((_options, done: (success: boolean) => void) => done(false))
const printToPDF = vi.fn(async () => Buffer.from('%PDF-new'))
const printing = () =>
  createPrinting({
    contents: () => ({ print, printToPDF }) as never,
    dialog: { showSaveDialog, showErrorBox },
    documents: folder,
    texts: () => shellTexts('zh-CN'),
  })

beforeEach(() => {
  vi.clearAllMocks()
  folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-print-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a PDF', () => {
  it('goes where the person says, on A4, named after the page', async () => {
    const filePath = path.join(folder, '法.pdf')
    showSaveDialog.mockResolvedValue({ canceled: false, filePath })
    expect(await printing().printToPdf('土地管理法/2019')).toBe(filePath)
    expect(showSaveDialog.mock.calls[0]?.[0].defaultPath).toBe(path.join(folder, '土地管理法 2019.pdf'))
    expect(printToPDF).toHaveBeenCalledWith(expect.objectContaining({ pageSize: 'A4', generateTaggedPDF: true }))
    expect(readFileSync(filePath, 'utf8')).toBe('%PDF-new')
    expect(readdirSync(folder)).toEqual(['法.pdf'])
  })

  it('is not made when the person closes the dialog', async () => {
    showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    expect(await printing().printToPdf('x')).toBeNull()
    expect(printToPDF).not.toHaveBeenCalled()
  })

  it('that fails leaves the old file whole and is told', async () => {
    const filePath = path.join(folder, '旧.pdf')
    writeFileSync(filePath, '%PDF-old')
    showSaveDialog.mockResolvedValue({ canceled: false, filePath })
    printToPDF.mockRejectedValueOnce(new Error('printing failed'))
    expect(await printing().printToPdf('x')).toBeNull()
    expect(readFileSync(filePath, 'utf8')).toBe('%PDF-old')
    expect(showErrorBox).toHaveBeenCalledExactlyOnceWith('PDF 没有存下来。', 'printing failed')
  })

  it('that cannot be written there is told', async () => {
    showSaveDialog.mockResolvedValue({ canceled: false, filePath: path.join(folder, 'gone', 'x.pdf') })
    expect(await printing().printToPdf('x')).toBeNull()
    expect(showErrorBox).toHaveBeenCalledOnce()
  })
})

it('closing the print dialog is no failure', async () => {
  await expect(printing().print()).resolves.toBeUndefined()
})

describe('a file’s name from a title', () => {
  it.each([
    ['中华人民共和国土地管理法', '中华人民共和国土地管理法'],
    ['关于“一户一宅”的问答\uff1f', '关于“一户一宅”的问答\uff1f'],
    ['a<b>c:d"e/f\\g|h?i*j', 'a b c d e f g h i j'],
    ['../../etc/passwd', 'etc passwd'],
    ['结尾的点...', '结尾的点'],
    ['一\n二\u202e三', '一 二 三'],
    ['CON', 'CON_'],
    ['   ', ''],
    ['长'.repeat(200), '长'.repeat(80)],
  ])('%j is %j', (title, name) => {
    expect(fileNameFromTitle(title)).toBe(name)
  })
})
