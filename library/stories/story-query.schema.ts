import { z } from 'zod'

const word = z.string().min(1).max(100).optional()
const day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .optional()

/** A {@link StoryFilter} as it stands in an address. */
export const StoryQuery = z.object({
  q: z.string().max(200).optional(),
  state: z
    .enum(['draft', 'submitted', 'verified', 'approved', 'published', 'retired', 'in-work', 'discarded'])
    .optional(),
  own: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  theme: word,
  topic: word,
  post: word,
  place: word,
  group: word,
  policy: word,
  anchor: z.string().max(200).optional(),
  from: day,
  until: day,
  sort: z.enum(['updated', 'published', 'title']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
})
