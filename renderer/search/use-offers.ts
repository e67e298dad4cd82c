import { useQuery } from '@tanstack/react-query'
import type { SearchHit, Suggestion } from '../../library/search/search-view.ts'
import { useSettled } from '../design/use-settled.ts'
import { glimpseQuery, suggestionsQuery } from './suggestions-query.ts'

/** One line under the search box. */
export type Offer =
  | { readonly type: 'all'; readonly words: string }
  | { readonly type: 'title'; readonly suggestion: Suggestion }
  | { readonly type: 'passage'; readonly hit: SearchHit }

/** What to offer for the words typed so far: titles at once, passages on a pause. */
export function useOffers(words: string, wanted: boolean): readonly Offer[] {
  const asked = wanted ? words.trim() : ''
  const settled = useSettled(asked, 220)
  const titles = useQuery(suggestionsQuery(asked))
  const passages = useQuery(glimpseQuery(settled))
  if (asked === '') return []
  return [
    ...(titles.data?.items ?? []).map((suggestion): Offer => ({ type: 'title', suggestion })),
    ...(settled === '' ? [] : (passages.data?.hits ?? [])).map((hit): Offer => ({ type: 'passage', hit })),
    { type: 'all', words: asked },
  ]
}
