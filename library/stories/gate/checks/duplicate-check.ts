import { createHash } from 'node:crypto'
import type { LibraryAccess } from '../../../store/library-access.ts'
import type { KeptStory } from '../../kept-story.ts'
import { findNearDuplicates } from '../../likeness/near-duplicates.ts'
import { wordsOfRecord } from '../../likeness/words-of-record.ts'
import type { Found } from '../found.ts'

/** From here on two stories are one, told twice. */
const SAME = 0.95

/** Stories here that say much the same. */
export async function checkDuplicates({ db }: LibraryAccess, { id, record }: KeptStory): Promise<Found[]> {
  const words = wordsOfRecord(record)
  const digest = createHash('sha256').update(words).digest('hex')
  const found = await findNearDuplicates(db, words, { except: id })
  return found.map((other) => ({
    code: 'duplicate',
    severity: other.likeness >= SAME ? 'must' : 'should',
    place: { field: 'title', quote: record.title },
    says: `和《${other.title}》有${Math.round(other.likeness * 100)}%的话相同。`,
    todo: '请对照着看：是同一件事就合成一个；是另一件事，请写出不同在哪里。',
    other,
    about: [other.id, digest],
  }))
}
