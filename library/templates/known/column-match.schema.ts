import { z } from 'zod'
import type { ColumnMatch } from './known-view.ts'

export const ColumnMatchBody: z.ZodType<ColumnMatch> = z.object({
  column: z.string().max(500),
  field: z.string().min(1).max(500).optional(),
  by: z.enum(['remembered', 'name', 'meaning', 'alike', 'person']).optional(),
})
