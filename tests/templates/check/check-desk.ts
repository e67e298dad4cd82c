import path from 'node:path'
import { onTestFinished } from 'vitest'
import { recordDocuments } from '../../../library/importing/record-documents.ts'
import { setPutAway } from '../../../library/items/items.repository.ts'
import { saveSetting } from '../../../library/settings/settings.repository.ts'
import { type LibraryDatabase, openLibraryForWriting } from '../../../library/store/open-library-database.ts'
import { checkDocument } from '../../../library/templates/check/check-document.ts'
import { type CheckSurroundings, openCheckSurroundings } from '../../../library/templates/check/check-surroundings.ts'
import { saveOwnPlace } from '../../../library/templates/check/gazetteer.repository.ts'
import type { DocumentCheck, Finding } from '../../../library/templates/finding.ts'
import type { UnitProfile } from '../../../library/templates/known/known-view.ts'
import { policyDocument, temporaryFolder } from '../../store/temporary-library.ts'
import { makeDocx } from '../document/make-docx.ts'

/** A town that does not exist, in a county that does not exist. */
export const TOWN: UnitProfile = {
  values: { 'county.name': '云岭县', 'town.name': '溪口镇', 'unit.name': '溪口镇人民政府' },
  villages: [
    { name: '溪口村', groups: ['张家组'] },
    { name: '上坪村', groups: [] },
  ],
}

export interface Policy {
  readonly title: string
  readonly body?: string
  readonly documentNumber?: string
  readonly issuedOn?: string
  readonly effectiveFrom?: string
  readonly repealedOn?: string
}

/** What a library of these policies and this profile checks against, on 21 November 2026. */
export async function surroundingsOf(
  given: {
    policies?: readonly Policy[]
    profile?: UnitProfile
    places?: readonly string[]
    /** Taken back by its channel. */
    withdrawn?: { title: string; reason: string; replacedBy?: string }
  } = {},
  atEnd: (clear: () => void) => void = onTestFinished,
): Promise<CheckSurroundings> {
  const folder = temporaryFolder(atEnd)
  const now = new Date('2026-11-21T04:00:00Z')
  const library = openLibraryForWriting(path.join(folder, 'library.db'), now)
  atEnd(() => void library.close())
  const { db } = library
  const documents = (given.policies ?? []).map(({ title, body, ...facts }, index) => {
    const document = policyDocument(title, body)
    return { ...document, location: `${document.location}${index}`, content: { ...document.content, ...facts } }
  })
  await recordDocuments(db, documents, now)
  if (given.withdrawn) await withdraw(db, given.withdrawn)
  await saveSetting(db, 'unit-profile', JSON.stringify(given.profile ?? TOWN))
  for (const name of given.places ?? []) await saveOwnPlace(db, { name, note: '' }, now.toISOString())
  return openCheckSurroundings({ db, clock: () => now })
}

async function withdraw(
  db: LibraryDatabase['db'],
  { title, reason, replacedBy }: { title: string; reason: string; replacedBy?: string },
) {
  const idOf = async (named: string) =>
    (await db.selectFrom('item').where('title', '=', named).select('id').executeTakeFirstOrThrow()).id
  const item = await idOf(title)
  const other = replacedBy === undefined ? null : await idOf(replacedBy)
  const row = { item_id: item, channel: 'xian', withdrawn_on: '2026-01-01', reason, replaced_by: other }
  await db.insertInto('tombstone').values(row).execute()
  await setPutAway(db, item, '2026-01-01T00:00:00Z')
}

/** Paragraphs of a document, each split in two runs as editors do. */
export const textDocx = (...lines: readonly string[]): Uint8Array => makeDocx({ body: lines.map(line).join('') })

export function line(text: string): string {
  const half = Math.floor(text.length / 2)
  return `<w:p>${[text.slice(0, half), text.slice(half)].map(run).join('')}</w:p>`
}

const run = (text: string) =>
  `<w:r><w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</w:t></w:r>`

/** A table of plain cells. */
export const grid = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${line(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

export const check = (docx: Uint8Array, surroundings: CheckSurroundings, official = false): Promise<DocumentCheck> =>
  checkDocument(docx, surroundings, { file: '试.docx', official })

/** The findings of one rule, as `severity quote`. */
export const quotes = ({ findings }: DocumentCheck, rule: Finding['rule']): string[] =>
  findings
    .filter((finding) => finding.rule === rule)
    .map(({ severity, place }) => `${severity} ${place.type === 'document' ? place.quote : ''}`)
