import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { readUnitProfile } from '../../templates/known/unit-profile.ts'
import type { StoryVocabulary } from '../story-view.ts'
import { storyWords } from './story-words.ts'

/** Places offered at most. */
const MOST_PLACES = 2000

/** The words of the story form: the vocabulary's, and the places named so far and in the unit profile. */
export async function storyVocabulary(db: Kysely<LibraryTables>): Promise<StoryVocabulary> {
  const { values, villages } = await readUnitProfile(db)
  const rows = await db
    .selectFrom('story_facet')
    .innerJoin('story_summary', 'story_summary.id', 'story_facet.story_id')
    .where('type', '=', 'place')
    .where('own', '=', 1)
    .select('value')
    .distinct()
    .orderBy('value')
    .limit(MOST_PLACES)
    .execute()
  const unit = [values['county.name'], values['town.name']].filter((name) => name !== undefined)
  const places = [...unit, ...villages.map(({ name }) => name), ...rows.map(({ value }) => value)]
  return { ...storyWords(), places: [...new Set(places)] }
}
