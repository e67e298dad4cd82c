import { z } from 'zod'
import { MeetingKind } from '../outline/outline.schema.ts'
import { Level } from './cited.schema.ts'
import { MaterialType } from './material.schema.ts'

const word = z.string().min(1).max(100).optional()
const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional()

/** A {@link MaterialFilter} as it stands in an address. */
export const MaterialQuery = z.object({
  type: MaterialType.optional(),
  q: z.string().max(200).optional(),
  own: flag,
  kind: MeetingKind.optional(),
  post: word,
  level: Level.optional(),
  topic: word,
  changed: flag,
  discarded: flag,
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
})
