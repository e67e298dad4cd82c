import { useQuery } from '@tanstack/react-query'
import type { SearchHit, Suggestion } from '../../library/search/search-view.ts'
import { useSettled } from '../design/use-settled.ts'
import { useRecentSearches } from './saved/use-kept-searches.ts'
import { glimpseQuery, suggestionsQuery } from './suggestions-query.ts'

/** One line under the search box. */
export type Offer =
  | { readonly type: 'all'; readonly words: string }
  | { readonly type: 'title'; readonly suggestion: Suggestion }
  | { readonly type: 'passage'; readonly hit: SearchHit }
  /** Words to search for: a topic, a word of the vocabulary, or what was searched for lately. */
  | {
      readonly type: 'words'
      readonly words: string
      readonly from: 'topic' | 'word' | 'recent'
      readonly why?: string | undefined
    }

/** How many of the searches before are offered in an empty box. */
const RECENT_OFFERED = 6

/** What to offer for the words typed so far: titles and words at once, passages on a pause; before that what was searched lately. */
export function useOffers(words: string, wanted: boolean): readonly Offer[] {
  const asked = wanted ? words.trim() : ''
  const settled = useSettled(asked, 220)
  const suggestions = useQuery(suggestionsQuery(asked))
  const passages = useQuery(glimpseQuery(settled))
  const recent = useRecentSearches(wanted && asked === '')
  if (!wanted) return []
  if (asked === '') {
    return (recent.data ?? [])
      .slice(0, RECENT_OFFERED)
      .map(({ query }): Offer => ({ type: 'words', words: query, from: 'recent' }))
  }
  return [
    ...(suggestions.data?.items ?? []).map((suggestion): Offer => ({ type: 'title', suggestion })),
    ...(suggestions.data?.terms ?? []).map(
      ({ term, type, why }): Offer => ({ type: 'words', words: term, from: type, why }),
    ),
    ...(settled === '' ? [] : (passages.data?.hits ?? [])).map((hit): Offer => ({ type: 'passage', hit })),
    { type: 'all', words: asked },
  ]
}
