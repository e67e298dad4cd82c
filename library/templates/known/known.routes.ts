import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { MEANINGS } from '../meanings.ts'
import { readTemplate } from '../read-template.ts'
import { knownForTemplate } from './known-for-template.ts'
import { knownSubjects } from './known-subjects.ts'
import { knownValues } from './known-values.ts'
import { MEANING_WORDS } from './meaning-words.ts'

/** What forgetting writes, done by the writer's thread. */
export interface KnownWrites {
  forgetKnown(
    what: { readonly subject: string } | { readonly meaning: string; readonly value: string },
  ): Promise<number>
}

const Typed = z.string().max(200).default('')
const Meaning = z.enum(MEANINGS)

/** `/api/known`: what is known for filling a form. */
export function knownRoutes(library: LibraryAccess, writes: KnownWrites) {
  return new Hono()
    .get('/meanings', (c) => c.json(MEANING_WORDS))
    .get('/for/:templateId', async (c) => {
      const template = await readTemplate(library, c.req.param('templateId'))
      return c.json(await knownForTemplate(library, template.schema, library.clock(), template.itemId))
    })
    .get(
      '/subjects',
      validate('query', z.object({ q: Typed, kind: z.enum(['person', 'household', 'plot']).optional() })),
      async (c) => c.json(await knownSubjects(library, c.req.valid('query').q, c.req.valid('query').kind)),
    )
    .delete('/subjects/:id', async (c) => {
      const subject = c.req.param('id').replace(/^earlier:/, '')
      return c.json({ forgotten: await writes.forgetKnown({ subject }) })
    })
    .get('/values', validate('query', z.object({ meaning: Meaning, q: Typed })), async (c) =>
      c.json(await knownValues(library, c.req.valid('query').meaning, c.req.valid('query').q)),
    )
    .delete(
      '/values',
      validate('query', z.object({ meaning: Meaning, value: z.string().min(1).max(5000) })),
      async (c) => c.json({ forgotten: await writes.forgetKnown(c.req.valid('query')) }),
    )
}
