import { z } from 'zod'
import { ColumnMatchBody } from '../known/column-match.schema.ts'

/**
 * What a batch job needs to begin again after a crash. Nothing of the people it is about: their rows lie with the
 * upload, and so does the data around a table.
 */
export const BatchParameters = z.object({
  /** The job's own id: the batch its forms belong to. */
  batchId: z.uuid(),
  templateId: z.string(),
  revision: z.string(),
  upload: z.uuid(),
  sheet: z.string(),
  match: z.array(ColumnMatchBody),
  /** The table that takes all rows; absent when each row becomes a document. */
  table: z.string().optional(),
  /** Absent for results that are fetched as an archive. */
  directory: z.string().optional(),
  fileName: z.string().optional(),
  /** The day it was asked for, `YYYY-MM-DD`. */
  today: z.string(),
})
export type BatchParameters = z.infer<typeof BatchParameters>
