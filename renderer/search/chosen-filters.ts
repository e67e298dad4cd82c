import type { SearchFilters } from './search-filters.ts'

/** One filter in use: which, its value, and the filters without it. */
export interface ChosenFilter {
  readonly name: 'kind' | 'validity' | 'issuer' | 'topic' | 'channel' | 'after' | 'before'
  readonly value: string
  readonly without: Partial<SearchFilters>
}

/** The filters in use, in the order of the panel; each can be taken away by itself. */
export function chosenFilters(filters: SearchFilters): ChosenFilter[] {
  const { kind, validity, issuer, topic, channel, after, before } = filters
  const one = (name: 'issuer' | 'after' | 'before', value: string): ChosenFilter[] =>
    value === '' ? [] : [{ name, value, without: { [name]: '' } }]
  return [
    ...kind.map((value): ChosenFilter => ({ name: 'kind', value, without: { kind: except(kind, value) } })),
    ...validity.map(
      (value): ChosenFilter => ({ name: 'validity', value, without: { validity: except(validity, value) } }),
    ),
    ...one('issuer', issuer),
    ...topic.map((value): ChosenFilter => ({ name: 'topic', value, without: { topic: except(topic, value) } })),
    ...channel.map((value): ChosenFilter => ({ name: 'channel', value, without: { channel: except(channel, value) } })),
    ...one('after', after),
    ...one('before', before),
  ]
}

const except = <T>(values: readonly T[], gone: T): T[] => values.filter((value) => value !== gone)
