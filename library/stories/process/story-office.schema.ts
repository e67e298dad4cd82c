import { z } from 'zod'

/** Who acts where nobody is named, and what happens by itself on its day. */
const RESERVED_NAMES: readonly string[] = ['本机', '薪火']

const name = z
  .string()
  .transform((text) => text.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(40))
const RESERVED_IDS: readonly string[] = ['this-computer', 'xinhuo']
const wishedDays = z.int().min(0).max(365)

const OfficePersonSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  name,
  roles: z.array(z.enum(['writer', 'verifier', 'approver', 'publisher'])).transform((roles) => [...new Set(roles)]),
  left: z.boolean().optional(),
})

/** The setting `story-office`. Two people of one name could not be told apart in the record. */
export const StoryOfficeSchema = z.strictObject({
  name: z.string().trim().max(100).default(''),
  people: z
    .array(OfficePersonSchema)
    .max(200)
    .default([])
    .superRefine((people, context) => {
      for (const [index, person] of people.entries()) {
        const before = people.slice(0, index)
        const problem =
          RESERVED_NAMES.includes(person.name) || RESERVED_IDS.includes(person.id)
            ? `“${person.name}”不能作人名`
            : before.some((one) => one.name === person.name)
              ? `有两个人都叫“${person.name}”，请加上部门或村名区分`
              : before.some((one) => one.id === person.id)
                ? '两个人的编号相同'
                : undefined
        if (problem !== undefined) context.addIssue({ code: 'custom', path: [index, 'name'], message: problem })
      }
    }),
  days: z
    .strictObject({ verify: wishedDays.default(5), approve: wishedDays.default(5), publish: wishedDays.default(7) })
    .default({ verify: 5, approve: 5, publish: 7 }),
  reviewMonths: z.int().min(1).max(120).default(12),
})
