import type { StoryResponse } from '../../../library/stories/responses/response-view.ts'
import type { NamedStory } from './story-field.tsx'

/** A paper card as it is typed in. */
export interface EnteredCard {
  readonly key: string
  readonly story: NamedStory | undefined
  readonly useful: StoryResponse['useful']
  readonly type: StoryResponse['type']
  readonly post: string
  readonly text: string
}

const storageKey = 'xinhuo.entered-cards'

/** Cards typed in and not saved yet, as this machine kept them when the window was closed. */
export function keptCards(): readonly EnteredCard[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? (kept as EnteredCard[]) : []
  } catch {
    return []
  }
}

export function keepCards(cards: readonly EnteredCard[]): void {
  if (cards.length === 0) localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, JSON.stringify(cards))
}

/** A card says something once it is about a story or a column and judges or tells. */
export const saysSomething = ({ useful, text }: Pick<EnteredCard, 'useful' | 'text'>): boolean =>
  useful !== undefined || text.trim() !== ''

/** What the service takes of a card. */
export function responseOf(
  card: EnteredCard,
  shared: { readonly givenOn: string; readonly feedId: string | undefined },
) {
  const { key, story, useful, type, post, text } = card
  return {
    // Sent twice, it is kept once.
    id: key,
    way: 'card' as const,
    givenOn: shared.givenOn,
    type,
    ...(shared.feedId !== undefined && { feedId: shared.feedId }),
    ...(story?.id !== undefined ? { storyId: story.id } : story && { named: story.title }),
    ...(useful !== undefined && { useful }),
    ...(post.trim() !== '' && { post: post.trim() }),
    ...(text.trim() !== '' && { text: text.trim() }),
  }
}
