import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type { FormSummary } from '../../../library/templates/forms/form-view.ts'
import { xinhuoCommand } from '../../built-command.ts'
import { ask, closeOnce, ended, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { keepTemplate, residentId, wordsOf, writeSheet } from '../known/office-desk.ts'

const ROWS = 150
/** The forms of a hundred documents are kept by then, those of the others are not. */
const LAST = 120
const preload = fileURLToPath(new URL('./die-at-document.ts', import.meta.url))

describe('a batch that is killed in the middle', () => {
  it('goes on at the next start: each row once, each file whole, one ledger', { timeout: 120_000 }, async () => {
    const root = temporaryFolder()
    const folder = temporaryFolder()
    const before = await startService(root)
    const template = await keepTemplate(
      before,
      '困难补助申请表',
      { 姓名: { type: 'string', 'x-meaning': 'person.name' }, 身份证号: { type: 'string', format: 'resident-id' } },
      { 'x-file-name': '{姓名}' },
    )
    await closeOnce(before)
    // Two rows of each name, so that numbers have to be given.
    const rows = Array.from({ length: ROWS }, (_, at) => [`村民${at % (ROWS / 2)}`, residentId(at)])
    const file = await writeSheet(path.join(temporaryFolder(), '名单.xlsx'), [['姓名', '身份证号'], ...rows])

    const parameters = ['template', 'fill', template.itemId, '--data', file, '--out', folder, '--library', root]
    const child = spawn(process.execPath, ['--import', preload, xinhuoCommand, ...parameters], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DIE_AT_DOCUMENT: String(LAST) },
    })
    const [, signal] = (await once(child, 'close')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    const made = readdirSync(folder).filter((name) => name.endsWith('.docx')).length
    expect(made).toBeGreaterThanOrEqual(LAST)
    expect(made).toBeLessThan(ROWS)

    const after = await startService(root)
    const [job] = after.session.jobs.active()
    const view = (await ended(after, job?.id ?? '')) as Extract<JobView, { type: 'fill-batch' }>
    expect(view).toMatchObject({ state: 'done', result: { made: ROWS, failed: [] } })
    const ledger = view.result?.ledger ?? ''
    expect(readdirSync(folder).sort()).toEqual([...(view.result?.files ?? []), ledger].sort())
    expect(new Set(view.result?.files).size).toBe(ROWS)
    const lines = (await readXlsxFile(path.join(folder, ledger)))[0]?.data ?? []
    for (const [row, name, made] of lines.slice(1)) {
      const words = wordsOf(path.join(folder, String(made)))
      expect(words).toContain(`姓名：${name}\n身份证号：${rows[Number(row) - 2]?.[1]}`)
    }
    const { total, forms } = await ask<{ total: number; forms: FormSummary[] }>(
      after,
      'GET',
      `/api/forms?batch=${view.id}&limit=500`,
    )
    expect(total).toBe(ROWS)
    expect(new Set(forms.map(({ code }) => code))).toEqual(new Set(lines.slice(1).map((line) => line[3])))
  })
})
