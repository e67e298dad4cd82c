import path from 'node:path'
import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { findColumnMatch } from '../../templates/known/column-match.repository.ts'
import type { ColumnMatch } from '../../templates/known/known-view.ts'
import { matchColumns } from '../../templates/sheets/match-columns.ts'
import { readSheetFacts, readSheetRows } from '../../templates/sheets/sheet-folder.ts'
import type { StorySource } from '../story.schema.ts'
import type { StoryVocabulary } from '../story-view.ts'
import type { ProposalSheet } from './proposal-view.ts'
import { type ProposedStory, proposeLines } from './propose-story.ts'
import { columnLabel, STORY_SHEET_TARGET, storyTargets } from './story-columns.ts'
import type { LabelledField } from './text/field-labels.ts'
import type { StoryLine } from './text/story-lines.ts'

/** Rows proposed of one sheet. */
const MOST_ROWS = 2000

export interface ReadStorySheet {
  readonly sheets: readonly ProposalSheet[]
  readonly stories: readonly (ProposedStory & { readonly row: number })[]
  readonly skipped: readonly { readonly row: number; readonly code: string; readonly reason: string }[]
}

/**
 * Reads a received spreadsheet with one story a row into proposals.
 * @param named the file as it was given
 * @param given columns as a person matched them, by the sheet's name
 */
export async function readStorySheet(
  db: Kysely<LibraryTables>,
  folder: string,
  named: string,
  kept: StorySource['file'],
  given: ReadonlyMap<string, readonly ColumnMatch[]>,
  words: StoryVocabulary,
): Promise<ReadStorySheet> {
  const facts = await readSheetFacts(folder)
  const sheets: ProposalSheet[] = []
  const stories: (ProposedStory & { row: number })[] = []
  const skipped: { row: number; code: string; reason: string }[] = []
  for (const [at, sheet] of facts.sheets.entries()) {
    const columns = given.get(sheet.name) ?? (await matched(db, sheet.columns))
    sheets.push({
      file: named,
      sheet: sheet.name,
      received: path.basename(folder),
      source: kept,
      columns,
      notes: sheet.notes,
    })
    const tells = columns.some(({ field }) => TELLING.has(field ?? ''))
    if (!tells) {
      const reason = `“${sheet.name}”里没有一列像是故事的题目或经过。`
      skipped.push({ row: 1, code: 'SHEET_NO_STORY', reason })
      continue
    }
    let rows = 0
    for await (const { row, cells } of readSheetRows(folder, at)) {
      rows += 1
      if (rows > MOST_ROWS) {
        skipped.push({
          row,
          code: 'SHEET_TOO_MANY_ROWS',
          reason: `一张表最多读 ${MOST_ROWS} 行，后面的请另存一份再导入。`,
        })
        break
      }
      // Rows that are only numbered wait to be written.
      const says = columns.some(({ field }, place) => field !== undefined && (cells[place] ?? '').trim() !== '')
      if (!says) continue
      const proposed = proposeRow(columns, cells, { file: named, kept, row }, words)
      const { title, problem, done, result } = proposed.record
      if (title === '' && problem === '' && done === '' && result === '') {
        skipped.push({ row, code: 'SHEET_ROW_EMPTY', reason: '这一行没有题目，也没有讲什么。' })
      } else stories.push({ ...proposed, row })
    }
  }
  return { sheets, stories, skipped }
}

/** One of these has to be there. */
const TELLING = new Set(['title', 'problem', 'done', 'result', 'summary'])

async function matched(db: Kysely<LibraryTables>, headings: readonly string[]): Promise<ColumnMatch[]> {
  return matchColumns(headings, storyTargets(), await findColumnMatch(db, STORY_SHEET_TARGET, headings))
}

function proposeRow(
  columns: readonly ColumnMatch[],
  cells: readonly string[],
  from: { readonly file: string; readonly kept: StorySource['file']; readonly row: number },
  words: StoryVocabulary,
): ProposedStory {
  const lines: StoryLine[] = []
  const left: string[] = []
  for (const [at, { column, field }] of columns.entries()) {
    const cell = (cells[at] ?? '').trim()
    if (cell === '') continue
    if (field === undefined) {
      left.push(`${column}：${cell}`)
      continue
    }
    for (const text of cell.split(/\r?\n/).map((line) => line.trim())) {
      if (text !== '') {
        lines.push({
          at: lines.length,
          type: 'cell',
          label: columnLabel(field as LabelledField),
          text,
          markdown: escaped(text),
        })
      }
    }
  }
  const proposed = proposeLines(lines, { file: `${from.file} 第 ${from.row} 行`, kept: from.kept }, words)
  return { ...proposed, left: [...proposed.left, ...left] }
}

/** A cell is text, whatever marks stand in it. */
const escaped = (text: string) => text.replace(/[\\`*_[\]<>~|&$#]/g, '\\$&')
