import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileReason } from '../../../renderer/importing/file-reason.ts'
import { skipReasonsEn, warningsEn } from '../../../renderer/importing/file-reasons.en.ts'

const importing = path.join(import.meta.dirname, '../../../library/importing')

/** The members of `UnreadableFileCode`. */
function skipCodes(): string[] {
  const source = readFileSync(path.join(importing, 'readers/unreadable-file-error.ts'), 'utf8')
  const union = /export type UnreadableFileCode =([^{}]*?)\n\n/.exec(source)?.[1] ?? ''
  return [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code as string)
}

/** Every `{ code: '…', message: … }` the readers make. */
function warningCodes(): string[] {
  const sources = globSync('**/*.ts', { cwd: importing }).map((name) =>
    readFileSync(path.join(importing, name), 'utf8'),
  )
  const made = sources.flatMap((source) => [...source.matchAll(/code:\s*'([A-Z_]+)',\s*message\b/g)])
  return [...new Set(made.map(([, code]) => code as string))]
}

describe('what the import desk says about a file in English', () => {
  it('has a text for every reason to skip a file, and for nothing else', () => {
    expect(skipCodes()).toContain('FILE_EMPTY')
    expect(Object.keys(skipReasonsEn).toSorted()).toEqual(skipCodes().toSorted())
  })

  it('has a text for every warning, and for nothing else', () => {
    expect(warningCodes()).toContain('PICTURES_LOST')
    expect(Object.keys(warningsEn).toSorted()).toEqual(warningCodes().toSorted())
  })

  it('has no Chinese in it', () => {
    expect(Object.values({ ...skipReasonsEn, ...warningsEn }).join('')).not.toMatch(/\p{Script=Han}/u)
  })

  it('goes by the code, and is the Chinese reason for a code it does not know', () => {
    const empty = { code: 'FILE_EMPTY', reason: '文件是空的，没有导入。' }
    expect(fileReason(empty, 'en')).toBe(skipReasonsEn.FILE_EMPTY)
    expect(fileReason(empty, 'zh-CN')).toBe(empty.reason)
    expect(fileReason({ code: 'FILE_NEW', reason: '新的原因。' }, 'en')).toBe('新的原因。')
    expect(fileReason({ code: 'constructor', reason: '原因。' }, 'en')).toBe('原因。')
  })
})
