import type { ProposalSource } from '../../../library/stories/proposing/proposal-view.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import { isNothing } from './questions.ts'

type Root = keyof StoryRecord

/** What was read from notes or a file, until a person has looked at each part of it. */
export interface ToldFrom {
  readonly record: StoryRecord
  readonly read: readonly ProposalSource[]
  /** What found no place. */
  readonly left: readonly string[]
  /** The parts that were confirmed, changed or left out. */
  readonly decided: readonly Root[]
}

/** Whether a part of the record stands as it was read, and nobody has looked at it yet. */
export function isProposed(told: ToldFrom | undefined, record: StoryRecord, root: Root): boolean {
  if (!told || told.decided.includes(root) || isNothing(told.record[root])) return false
  return isNothing(record[root]) || JSON.stringify(record[root]) === JSON.stringify(told.record[root])
}

/** The record with what is proposed for some parts in its place. */
export function withProposed(told: ToldFrom | undefined, record: StoryRecord, roots: readonly Root[]): StoryRecord {
  const proposed = roots.filter((root) => isProposed(told, record, root))
  if (!told || proposed.length === 0) return record
  return { ...record, ...Object.fromEntries(proposed.map((root) => [root, told.record[root]])) }
}

export function decidedOn(told: ToldFrom, roots: readonly Root[]): ToldFrom {
  return { ...told, decided: [...new Set([...told.decided, ...roots])] }
}

/** The parts that nobody has looked at yet. */
export function undecided(told: ToldFrom | undefined, record: StoryRecord): Root[] {
  return (Object.keys(told?.record ?? {}) as Root[]).filter(
    (root) => root !== 'format' && isProposed(told, record, root),
  )
}

/** Where a field's value was read; for an entry of a list also where its list was. */
export function sourceOf(told: ToldFrom, field: string): ProposalSource | undefined {
  return told.read.find((one) => one.field === field)
}

/**
 * Kept over a reload of the window and not longer: it holds people's words, which have no business in a browser
 * once the window is closed.
 */
export function keepTold(storyId: string, told: ToldFrom): void {
  try {
    sessionStorage.setItem(keyOf(storyId), JSON.stringify(told))
  } catch (cause) {
    console.warn('What was read could not be kept for a reload', cause)
  }
}

export function keptTold(storyId: string): ToldFrom | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(storyId))
    return text === null ? undefined : (JSON.parse(text) as ToldFrom)
  } catch {
    return undefined
  }
}

function keyOf(storyId: string): string {
  return `xinhuo.told-from.${storyId}`
}
