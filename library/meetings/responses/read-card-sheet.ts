import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import {
  type GivenMatch,
  type MatchedSheet,
  readMatchedSheet,
  rowKeys,
} from '../../stories/responses/read-matched-sheet.ts'
import { isNothing, readGivenDay } from '../../stories/responses/read-sheet-row.ts'
import { LONGEST_RESPONSE } from '../../stories/responses/response.schema.ts'
import { responseKey } from '../../stories/responses/response-key.ts'
import type { RefusedResponse } from '../../stories/responses/response-view.ts'
import { readSheetFacts } from '../../templates/sheets/sheet-folder.ts'
import { sheetNamed } from '../../templates/sheets/sheet-named.ts'
import { cardTargets, readChoices, typeByColumns } from './card-fields.ts'
import { CARD_QUESTIONS } from './card-questions.ts'
import type { MaterialResponse } from './response-view.ts'

type Said = Pick<MaterialResponse, 'givenOn' | 'post' | 'answers'>

/** A card of a sheet, with the key that it has also when the sheet comes again and longer. */
type KeyedCard = Said & { readonly key: string }

export interface CardSheet extends Omit<MatchedSheet<string>, 'places' | 'rows'> {
  readonly type: MaterialResponse['type']
  readonly cards: readonly KeyedCard[]
  readonly refused: readonly RefusedResponse[]
  /** Whether a column is a question of the card: otherwise nothing can be read. */
  readonly says: boolean
}

/** Under which name the columns of such sheets are remembered. */
export const cardSheetTarget = (type: MaterialResponse['type']) => `material-responses:${type}`

/**
 * Reads a sheet of cards about a material, one card a row.
 * @param folder of the received sheet
 * @throws {SheetRefusedError} no sheet of that name, or the upload is gone
 */
export async function readCardSheet(
  db: Kysely<LibraryTables>,
  folder: string,
  materialId: string,
  given: GivenMatch & { readonly type?: MaterialResponse['type'] | undefined },
  today: string,
): Promise<CardSheet> {
  const type = given.type ?? typeByColumns(sheetNamed(await readSheetFacts(folder), given.sheet).columns)
  const read = await readMatchedSheet(db, folder, given, cardTargets(type), cardSheetTarget(type))
  const { places, rows, ...sheet } = read
  const says = CARD_QUESTIONS[type].some(({ id }) => id !== 'post' && places.has(id))
  const cards: KeyedCard[] = []
  const refused: RefusedResponse[] = []
  const keyOf = rowKeys(responseKey)
  for (const { row, cells } of says ? rows : []) {
    const at = (id: string) => (cells[places.get(id) ?? -1] ?? '').replace(/\r\n?/g, '\n').trim()
    const card = readCard(type, at, today)
    if (typeof card === 'string') {
      refused.push({ row, reason: card })
      continue
    }
    const { givenOn, ...said } = card
    // Without a day of its own, today's would make it another tomorrow.
    const when = at('givenOn')
    cards.push({ ...card, key: keyOf({ materialId, type, at: when, ...(when !== '' && { givenOn }), ...said }) })
  }
  const undated = places.has('givenOn') ? [] : ['没有日期一列，都记作今天。']
  const unread = says ? [] : ['没有一列是卡片上的问题，请在列的对应里指明。']
  return { ...sheet, type, cards, refused, says, notes: [...sheet.notes, ...undated, ...unread] }
}

/** Reads a row; a sentence where there is nothing to take. */
function readCard(type: MaterialResponse['type'], at: (id: string) => string, today: string): Said | string {
  const day = readGivenDay(at('givenOn'), today)
  if ('refused' in day) return day.refused
  const answers: Record<string, string> = {}
  for (const question of CARD_QUESTIONS[type]) {
    const { id, choices } = question
    const text = at(id)
    if (id === 'post' || isNothing(text)) continue
    if (text.length > LONGEST_RESPONSE) return `一格里的话太长，最多 ${LONGEST_RESPONSE} 个字。`
    if (!choices) {
      answers[id] = text
      continue
    }
    const { values, other } = readChoices(question, text)
    if (values.length > 0) answers[id] = values.join(' ')
    if (other !== '') answers[`${id}-other`] = other
  }
  if (Object.keys(answers).length === 0) return '这一行没有写什么。'
  const post = at('post').replace(/\s+/g, ' ').slice(0, 40)
  return { ...day, ...(post !== '' && { post }), answers }
}
