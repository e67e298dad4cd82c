import { randomUUID } from 'node:crypto'
import { responseError } from '../../stories/responses/response-errors.ts'
import { responseKey } from '../../stories/responses/response-key.ts'
import { maskCard } from './mask-card.ts'
import type { NewCards } from './response.schema.ts'
import type { KeptCards } from './response-view.ts'
import type { KeptCard } from './responses.repository.ts'

/**
 * Keeps cards that were typed in, each once, with personal data masked.
 * @throws {ResponseError} RESPONSE_PERSONAL_DATA where it may not be masked
 */
export async function enterCards(
  writes: { insertCards(cards: readonly KeptCard[]): Promise<number> },
  materialId: string,
  { responses, mask }: NewCards,
  now: Date,
  today: string,
): Promise<KeptCards> {
  const masked: KeptCards['masked'][number][] = []
  const cards = responses.map((given, at): KeptCard => {
    const { id = randomUUID(), type, way, givenOn, ...said } = given
    const { card, says } = maskCard(said)
    if (says.length > 0) masked.push({ card: at + 1, says: says.join('；') })
    return {
      ...card,
      ...{ id, materialId, type, way },
      // A clock that runs ahead must not carry a card into days to come.
      givenOn: givenOn > today ? today : givenOn,
      receivedAt: now.toISOString(),
      digest: responseKey({ entered: id }),
    }
  })
  if (!mask && masked.length > 0) {
    const says = masked.map(({ card, says: said }) => `第 ${card} 张：${said}`).join('；')
    throw responseError('RESPONSE_PERSONAL_DATA', `${says}。`)
  }
  const kept = await writes.insertCards(cards)
  return { kept, known: cards.length - kept, masked }
}
