import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { FeedDefinition, MixDimension } from '../feed.schema.ts'
import type { BalanceView } from '../feed-view.ts'
import { agoInWords, monthsBefore, monthsSince } from '../selection/months.ts'
import { findUnshown, findWaiting, type HelpfulStory, type ValueCount } from './balance.repository.ts'

/** Months without a story after which something is missing. */
const LONG = 12
/** Per cent below its target at which something is missing. */
const BELOW = 5
/** Stories that are named for each. */
const HELPFUL = 3

interface Balance {
  readonly feedId: string | undefined
  readonly definition: FeedDefinition | undefined
  readonly dimensions: BalanceView['dimensions']
  readonly counts: readonly ValueCount[]
  /** `YYYY-MM-DD` */
  readonly until: string
}

/** Who is not told about, in the order of the dimensions and their values, each with stories that would help. */
export async function findMissing(
  db: Kysely<LibraryTables>,
  balance: Balance,
): Promise<BalanceView['missing'][number][]> {
  const missing = sayMissing(balance)
  if (missing.length === 0) return []
  const waiting = Map.groupBy(await findWaiting(db), ({ type, value }) => `${type} ${value}`)
  const found: BalanceView['missing'][number][] = []
  for (const one of missing) {
    const helpful: HelpfulStory[] = [...(waiting.get(`${one.dimension} ${one.value}`) ?? [])].slice(0, HELPFUL)
    if (balance.feedId !== undefined && helpful.length < HELPFUL) {
      helpful.push(...(await findUnshown(db, balance.feedId, one, HELPFUL - helpful.length)))
    }
    found.push({ ...one, stories: helpful.map(({ id, title }) => ({ id, title })) })
  }
  return found
}

function sayMissing({ dimensions, counts, definition, until }: Balance) {
  const last = new Map(counts.map((count) => [`${count.dimension} ${count.value}`, count.last]))
  const longAgo = monthsBefore(until, LONG)
  return (['group', 'post', 'theme', 'place'] as const).flatMap((dimension) => {
    const hasTargets = definition?.mix.some((target) => target.dimension === dimension) ?? false
    return dimensions[dimension].flatMap(({ value, stories, share, target }) => {
      const says = (text: string): { dimension: MixDimension; value: string; says: string }[] => [
        { dimension, value, says: `${value}：${text}。` },
      ]
      if (target !== undefined) {
        return share + BELOW <= target ? says(`现在占 ${share}%，定的是 ${target}%`) : []
      }
      // Where the office set targets, what it gave none is not asked for.
      if (hasTargets) return []
      if (stories === 0) return says('还没有讲过')
      const told = last.get(`${dimension} ${value}`)
      return told !== undefined && told < longAgo ? says(`最近一篇是${agoInWords(monthsSince(told, until))}的`) : []
    })
  })
}
