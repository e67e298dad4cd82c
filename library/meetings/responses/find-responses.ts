import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { CARD_QUESTIONS } from './card-questions.ts'
import type { MaterialResponse, ResponseSheet } from './response-view.ts'
import { listCards } from './responses.repository.ts'

/** All cards about a material, and how often each choice was ticked. */
export async function responsesOf(db: Kysely<LibraryTables>, materialId: string): Promise<ResponseSheet> {
  const cards = await listCards(db, materialId)
  const of = (type: MaterialResponse['type']) => cards.filter((card) => card.type === type)
  const sheet = { needs: of('needs'), feedback: of('feedback') }
  return {
    ...sheet,
    counts: (['needs', 'feedback'] as const).flatMap((type) => countsOf(type, sheet[type])),
  }
}

/** Choices that nobody ticked are counted too, so that the table always reads the same. */
function countsOf(type: MaterialResponse['type'], cards: readonly MaterialResponse[]): ResponseSheet['counts'] {
  return CARD_QUESTIONS[type].flatMap(({ id, ask, choices }) => {
    const said = cards.flatMap(({ answers }) => answers[id]?.split(' ') ?? [])
    if (!choices || said.length === 0) return []
    const answers = choices.map(({ value }) => ({ value, count: said.filter((one) => one === value).length }))
    return [{ type, question: id, label: ask, answers }]
  })
}
