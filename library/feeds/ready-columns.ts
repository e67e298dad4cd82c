import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { FeedDefinition } from './feed.schema.ts'
import type { ReadyColumn } from './feed-view.ts'

const ReadyColumns = z.array(
  z.strictObject({ id: z.string(), name: z.string(), description: z.string(), definition: FeedDefinition }),
)

let ready: readonly ReadyColumn[] | undefined

/** Columns to begin with, the usual one first. Read once: the file comes with the app. */
export function readyColumns(): readonly ReadyColumn[] {
  const file = new URL('../../content/vocabulary/columns.yaml', import.meta.url)
  ready ??= ReadyColumns.parse(parse(readFileSync(file, 'utf8')))
  return ready
}
