import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { LibraryAccess } from '../../store/library-access.ts'
import { openCheckThreads } from '../check/check-threads.ts'
import type { Finding } from '../finding.ts'
import { recordBasis } from '../forms/basis-record.ts'
import type { KeptForm } from '../forms/forms.repository.ts'
import { libraryVersion } from '../forms/library-version.ts'
import { officeFacts } from '../known/known-for-template.ts'
import type { UnitProfile, ValueSource } from '../known/known-view.ts'
import type { SubjectFacts } from '../known/subject-facts.ts'
import { readUnitProfile } from '../known/unit-profile.ts'
import { readTemplate, type StoredTemplate } from '../read-template.ts'
import { resolveBasis } from '../resolve-basis.ts'
import type { ReceivedSheets } from '../sheets/received-sheets.ts'
import { readSheetFacts } from '../sheets/sheet-folder.ts'
import { sheetNamed } from '../sheets/sheet-named.ts'
import { FormData } from '../template-schema.ts'
import { type BatchJournal, openBatchJournal } from './batch-journal.ts'
import type { BatchParameters } from './batch-parameters.schema.ts'

/** What a batch needs of the service around it. */
export interface BatchSurroundings {
  readonly library: LibraryAccess
  readonly sheets: ReceivedSheets
  /** The library's database, which threads of their own open for reading. */
  readonly database: string
  /** Keeps finished forms in one transaction; those that are kept already stay. */
  recordBatchForms(forms: readonly KeptForm[]): Promise<unknown>
  /** The app's version. */
  readonly app: string
}

/** Everything a batch uses for all its rows, opened once. */
export interface BatchWork {
  readonly parameters: BatchParameters
  readonly library: LibraryAccess
  readonly template: StoredTemplate
  /** Where the upload lies. */
  readonly folder: string
  /** Where the documents go. */
  readonly directory: string
  readonly file: string
  readonly sheet: ReturnType<typeof sheetNamed>
  readonly journal: BatchJournal
  readonly profile: UnitProfile
  readonly office: SubjectFacts
  /** What the person filled in around a table. */
  readonly around: FormData
  /** What is left over or wrong in a document as it was made. */
  findingsIn(docx: Uint8Array, file: string): Promise<readonly Finding[]>
  /** A finished form of this batch. */
  formOf(made: MadeDocument): KeptForm
  close(): Promise<void>
}

export interface MadeDocument {
  readonly row: number
  readonly title: string
  readonly code: string
  readonly data: FormData
  readonly sources: Readonly<Record<string, ValueSource>>
  readonly findings: readonly Finding[]
  readonly docx: Uint8Array
}

/** The folder of results that are fetched as an archive. */
export const resultsFolder = (uploadFolder: string, batchId: string) => path.join(uploadFolder, `results-${batchId}`)
export const journalFile = (uploadFolder: string, batchId: string) =>
  path.join(uploadFolder, `batch-${batchId}.journal`)
export const aroundFile = (uploadFolder: string, batchId: string) => path.join(uploadFolder, `batch-${batchId}.json`)

/** @throws {SheetRefusedError} when the upload has been cleared away */
export async function openBatch(parameters: BatchParameters, surroundings: BatchSurroundings): Promise<BatchWork> {
  const { library, sheets, app } = surroundings
  const { batchId } = parameters
  const folder = sheets.folderOf(parameters.upload)
  const facts = await readSheetFacts(folder)
  const template = await readTemplate(library, parameters.templateId, parameters.revision)
  const profile = await readUnitProfile(library.db)
  const basis = recordBasis(await resolveBasis(library, template.schema))
  const official = template.schema['x-official']
  const version = await libraryVersion(library.db, app)
  const journal = await openBatchJournal(journalFile(folder, batchId))
  const office = await officeFacts(library.db, profile, library.clock())
  const around = await readAround(aroundFile(folder, batchId))
  const threads = await openCheckThreads(library, surroundings.database)
  return {
    parameters,
    library,
    template,
    folder,
    directory: parameters.directory ?? resultsFolder(folder, batchId),
    file: facts.file,
    sheet: sheetNamed(facts, parameters.sheet),
    journal,
    profile,
    office,
    around,
    findingsIn: (docx, file) => threads.findingsIn(docx, { file, official }),
    close: () => threads.close(),
    formOf({ row, title, code, data, sources, findings, docx }) {
      const at = library.clock().toISOString()
      return {
        id: batchFormId(batchId, row),
        code,
        templateId: template.itemId,
        revision: template.revision,
        templateTitle: template.title,
        title,
        state: 'finished',
        data,
        sources,
        basis,
        letStand: findings,
        batchId,
        docxSha256: createHash('sha256').update(docx).digest('hex'),
        libraryVersion: version,
        createdAt: at,
        updatedAt: at,
        finishedAt: at,
      }
    },
  }
}

async function readAround(file: string): Promise<FormData> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  return FormData.parse(JSON.parse(text))
}

/** The same for the same row of a batch, however often it is taken up again. In the form of a UUID, version 8. */
export function batchFormId(batchId: string, row: number): string {
  const hex = createHash('sha256').update(`${batchId}\n${row}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
