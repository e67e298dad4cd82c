import type { Validity } from '../items/validity.ts'
import { foldText } from '../search/han-text.ts'
import { createTitleRanking, RANK } from '../search/suggest/rank-titles.ts'
import type { ListedTitle } from '../search/suggest/title-list.ts'
import type { CharacterReadings } from '../search/understanding/character-readings.ts'

/** A template as it is looked for. */
export interface RankableTemplate {
  readonly itemId: string
  readonly title: string
  readonly titleKey: string
  readonly validity: Validity
  /** What it is found by besides its title, folded. */
  readonly words: string
}

/** The templates that words, pinyin or initials find, best first: by title, by what they ask for and say, by similar sounds. */
export function rankTemplates<T extends RankableTemplate>(
  templates: readonly T[],
  q: string,
  readings: CharacterReadings,
): T[] {
  const byId = new Map(templates.map((template) => [template.itemId, template]))
  const ranking = createTitleRanking(
    templates.map(({ itemId, title, titleKey, validity }): ListedTitle => {
      const keys = titleKey.split('\n')
      return { itemId, kind: 'template', title, keys, names: keys, validity }
    }),
    readings,
  )
  const ranks = new Map<string, number>()
  const note = (itemId: string, rank: number) => ranks.set(itemId, Math.min(rank, ranks.get(itemId) ?? Infinity))
  for (const { title, rank } of ranking.typed(q)) note(title.itemId, rank)
  const words = foldText(q).split(/\s+/).filter(Boolean)
  for (const { itemId, titleKey, words: text } of templates) {
    if (words.every((word) => titleKey.includes(word) || text.includes(word))) note(itemId, RANK.synonym)
  }
  if (ranks.size === 0) for (const { title, rank } of ranking.similar(q)) note(title.itemId, rank)
  return [...ranks].sort(([, a], [, b]) => a - b).flatMap(([itemId]) => byId.get(itemId) ?? [])
}
