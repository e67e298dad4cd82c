import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOffice } from '../../library/printing/find-office.ts'
import { printValue } from '../../library/templates/document/print-value.ts'
import type { FormData, TemplateSchema } from '../../library/templates/template-schema.ts'
import { type PdfPage, readPdf, wordsOf } from '../printing/pdf-pages.ts'
import { readContent } from './read-content.ts'
import { type ContentTemplate, readContentTemplate, today } from './read-content-template.ts'

const templates = readContent()
  .filter((file) => file.folder === 'templates')
  .map(({ name }) => name.replace('.md', ''))
  .map((identifier) => ({ identifier, template: readContentTemplate(identifier) }))

async function filledWell({ schema, good, compiled, check }: ContentTemplate) {
  const data = await check().complete(good.data, { today })
  return { schema, data, docx: compiled().fill(data) }
}

const office = findOffice()

describe.skipIf(office === undefined)('the templates filled with their good samples, in LibreOffice', () => {
  let folder = ''
  const pages = new Map<string, PdfPage[]>()

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-content-'))
    const files: string[] = []
    for (const { identifier, template } of templates) {
      const file = path.join(folder, `${identifier}.docx`)
      writeFileSync(file, (await filledWell(template)).docx)
      files.push(file)
    }
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    await promisify(execFile)(
      office ?? '',
      [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, ...files],
      { timeout: 150_000 },
    )
    for (const { identifier } of templates) {
      pages.set(identifier, await readPdf(readFileSync(path.join(folder, `${identifier}.pdf`))))
    }
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(templates)('$identifier shows every value and no placeholder', async ({ identifier, template }) => {
    const words = wordsOf(pages.get(identifier) ?? []).replaceAll('\n', '')
    const { schema, data } = await filledWell(template)
    expect(shownNowhere(schema, data, words)).toEqual([])
    expect(words).not.toMatch(/[{}]/)
  })

  it.each(templates)('$identifier fits the pages it usually has', ({ identifier, template }) => {
    const usual = template.schema['x-official'] || longOnes.has(identifier) ? 2 : 1
    expect(pages.get(identifier)?.length).toBeLessThanOrEqual(usual)
  })
})

/** Contracts and statements run over two pages. */
const longOnes = new Set(['tudi-liuzhuan-hetong', 'qingkuang-shuoming'])

/** Fields that are printed in other words: masked, or put together by a condition. */
const inOtherWords = /身份证号|^函的类型$|^委托权限$/

/**
 * Values that the page does not show. A page breaks lines anywhere, also inside a cell beside others, so that a value is
 * looked for by its first six characters, whole or in two pieces.
 */
function shownNowhere(schema: TemplateSchema, data: FormData, words: string): string[] {
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    const value = data[name]
    if (field.type === 'boolean' || inOtherWords.test(name) || value === undefined) return []
    if (field.type !== 'array')
      return Array.isArray(value) ? [name] : missing(name, printValue(value as string, field, []))
    return (Array.isArray(value) ? value : []).flatMap((row, index) =>
      Object.entries(field.items.properties).flatMap(([cell, one]) =>
        one.type === 'boolean' || inOtherWords.test(cell) || row[cell] === undefined
          ? []
          : missing(`${name}/${index}/${cell}`, printValue(row[cell], one, [])),
      ),
    )
  })

  function missing(where: string, printed: string): string[] {
    const wanted = printed.normalize('NFKC').replace(/\s/g, '').slice(0, 6)
    return isShown(wanted) ? [] : [`${where}: ${printed}`]
  }

  function isShown(wanted: string): boolean {
    if (words.includes(wanted)) return true
    const cuts = Array.from({ length: Math.max(0, wanted.length - 1) }, (_, index) => index + 1)
    return cuts.some((cut) => words.includes(wanted.slice(0, cut)) && words.includes(wanted.slice(cut)))
  }
}
