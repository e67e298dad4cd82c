import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { saveSetting } from '../../../library/settings/settings.repository.ts'
import { openLibraryForWriting } from '../../../library/store/open-library-database.ts'
import { checkDocument } from '../../../library/templates/check/check-document.ts'
import { openCheckSurroundings } from '../../../library/templates/check/check-surroundings.ts'
import { openCheckThreads } from '../../../library/templates/check/check-threads.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { TOWN, textDocx } from './check-desk.ts'

async function openOffice() {
  const database = path.join(temporaryFolder(), 'library.db')
  const clock = () => new Date('2026-11-21T04:00:00Z')
  const { db, close } = openLibraryForWriting(database, clock())
  onTestFinished(close)
  await saveSetting(db, 'unit-profile', JSON.stringify(TOWN))
  return { database, library: { db, clock } }
}

const documents = Array.from({ length: 12 }, (_, at) =>
  textDocx(`溪口镇上坪村村民${at}，申请人{姓名}。`, '白石县东河镇人民政府', '今年（2024年）第三季度'),
)

describe('checking beside the thread that makes documents', () => {
  it('finds the same as checking there', async () => {
    const { database, library } = await openOffice()
    const surroundings = await openCheckSurroundings(library)
    const threads = await openCheckThreads(library, database)
    onTestFinished(threads.close)
    const found = await Promise.all(documents.map((docx, at) => threads.findingsIn(docx, { file: `${at}.docx` })))
    for (const [at, docx] of documents.entries()) {
      const { findings } = await checkDocument(docx, surroundings, { file: `${at}.docx` })
      expect(findings.length).toBeGreaterThan(1)
      expect(found[at]).toEqual(findings)
    }
  })

  it('goes on here when the threads cannot begin', async () => {
    const { library } = await openOffice()
    const threads = await openCheckThreads(library, path.join(temporaryFolder(), 'nowhere.db'))
    onTestFinished(threads.close)
    const [docx = new Uint8Array()] = documents
    const { findings } = await checkDocument(docx, await openCheckSurroundings(library), { file: '一.docx' })
    const asked = await Promise.all([1, 2, 3].map(() => threads.findingsIn(docx, { file: '一.docx' })))
    expect(asked).toEqual([findings, findings, findings])
  })

  it('refuses a broken document as checking there does', async () => {
    const { database, library } = await openOffice()
    const threads = await openCheckThreads(library, database)
    onTestFinished(threads.close)
    await expect(threads.findingsIn(new TextEncoder().encode('not a zip'), {})).rejects.toMatchObject({
      code: expect.stringMatching(/^TEMPLATE_DOCUMENT_/),
    })
  })
})
