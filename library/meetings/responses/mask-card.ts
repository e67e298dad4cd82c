import { maskPersonalData } from '../../stories/responses/mask-personal-data.ts'
import type { MaterialResponse } from './response-view.ts'

type Said = Pick<MaterialResponse, 'post' | 'answers'>

/** A card with what must not be kept of people made unreadable, and what that was. */
export function maskCard<Card extends Said>(card: Card): { readonly card: Card; readonly says: readonly string[] } {
  const says: string[] = []
  const mask = (text: string) => {
    const masked = maskPersonalData(text)
    says.push(...masked.says)
    return masked.text
  }
  const answers = Object.fromEntries(Object.entries(card.answers).map(([id, text]) => [id, mask(text)]))
  const masked = { ...card, ...(card.post !== undefined && { post: mask(card.post) }), answers }
  return { card: masked, says }
}
