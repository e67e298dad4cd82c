import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckedFile } from '../../../library/meetings/files/checked-file.ts'
import type { MaterialSummary } from '../../../library/meetings/materials/material-view.ts'
import { findOffice } from '../../../library/printing/find-office.ts'
import type { RunningService } from '../../../library/service/run-service.ts'
import { type PdfPage, readPdf, wordsOf } from '../../printing/pdf-pages.ts'
import { ask, closeOnce } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { fileOf, startWithReadyMaterials } from './ready-materials.ts'

/** LibreOffice opens presentations only with its part for them. */
const office = ['/usr/lib/libreoffice/program/pagein-impress', '/Applications/LibreOffice.app'].some(existsSync)
  ? findOffice()
  : undefined

const squeezed = (text: string) => text.replace(/\s/g, '').normalize('NFKC')

describe.skipIf(office === undefined)('the slides of every ready meeting, in LibreOffice Impress', () => {
  let service: RunningService
  let meetings: MaterialSummary[] = []
  const pages = new Map<string, PdfPage[]>()
  const checks = new Map<string, CheckedFile>()

  beforeAll(async () => {
    const ready = await startWithReadyMaterials()
    service = ready.service
    meetings = ready.materials.filter(({ type }) => type === 'meeting')
    const folder = temporaryFolder(afterAll)
    const files: string[] = []
    for (const { id } of meetings) {
      const file = path.join(folder, `${id}.pptx`)
      writeFileSync(file, (await fileOf(service, id, 'slides?format=pptx')).bytes)
      files.push(file)
      checks.set(id, await ask(service, 'GET', `/api/materials/${id}/files/slides/check?format=pptx`))
    }
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    await promisify(execFile)(
      office ?? '',
      [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, ...files],
      { timeout: 200_000 },
    )
    for (const { id } of meetings) pages.set(id, await readPdf(readFileSync(path.join(folder, `${id}.pdf`))))
  }, 280_000)
  afterAll(() => closeOnce(service))

  it('are as many pages as slides, with every title on its page', async () => {
    expect(meetings.length).toBeGreaterThanOrEqual(6)
    for (const { id, title } of meetings) {
      const shown = pages.get(id) ?? []
      expect([title, shown.length]).toEqual([title, checks.get(id)?.slides])
      const { slides } = await ask<{ slides: { title: string }[] }>(service, 'GET', `/api/materials/${id}/deck`)
      for (const [index, slide] of slides.entries()) {
        expect(squeezed(wordsOf(shown.slice(index, index + 1)))).toContain(squeezed(slide.title))
      }
    }
  })

  it('leave nothing out that could be shown', () => {
    for (const { id } of meetings) expect(checks.get(id)?.warnings).toEqual([])
  })
})
