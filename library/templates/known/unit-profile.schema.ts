import { z } from 'zod'
import { MEANINGS, ownerOf } from '../meanings.ts'
import type { UnitProfile } from './known-view.ts'

const Text = z
  .string()
  .max(500)
  .transform((text) => text.toWellFormed().trim())

/** What belongs to the office; a village's own facts stand with the village, and each document has its own date. */
const OFFICE_MEANINGS = MEANINGS.filter(
  (meaning) => ownerOf(meaning) === 'office' && !/^(village|document)\./.test(meaning),
)

/** The unit profile as it is saved: empty values are left out. */
export const UnitProfileSchema: z.ZodType<UnitProfile> = z.strictObject({
  values: z
    .partialRecord(z.enum(OFFICE_MEANINGS), Text)
    .default({})
    .transform((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))),
  villages: z
    .array(
      z.strictObject({
        name: Text.pipe(z.string().min(1)),
        groups: z
          .array(Text.pipe(z.string().min(1)))
          .max(500)
          .default([]),
        secretary: Text.optional(),
        phone: Text.optional(),
      }),
    )
    .max(1000)
    .default([])
    .refine((villages) => new Set(villages.map((village) => village.name)).size === villages.length, {
      message: '有两个村的名称相同',
    }),
})
