import { z } from 'zod'

const Kind = z.enum(['policy', 'template', 'story', 'guide'])
const Validity = z.enum(['in-force', 'not-yet', 'amended', 'repealed', 'expired'])
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()
/** A path as given to import: with `/`, relative, leading nowhere else. */
const Source = z.string().regex(/^(?!\/)(?!.*\.\.)[^\\]+$/)

export const ErrorFacts = z.strictObject({
  error: z.strictObject({
    code: z.string().regex(/^[A-Z_]+$/),
    what: z.string().regex(/[\u4e00-\u9fff]/),
    why: z.string().optional(),
    todo: z.string().optional(),
  }),
})

export const Imported = z.strictObject({
  imported: count,
  revised: count,
  unchanged: count,
  skipped: z.array(
    z.strictObject({ file: Source, code: z.string().regex(/^[A-Z_]+$/), reason: z.string().regex(/[\u4e00-\u9fff]/) }),
  ),
  seconds: z.number().nonnegative(),
  duplicates: z.array(z.strictObject({ file: Source, sameAs: Source })),
  warnings: z.array(z.strictObject({ file: Source, code: z.string(), reason: z.string() })),
})

const Hit = z.strictObject({
  itemId: z.string().min(1),
  kind: Kind,
  title: z.string().min(1),
  provision: z.string().optional(),
  anchor: z.string(),
  path: z.array(z.string()),
  source: Source,
  validity: Validity,
  snippet: z.string(),
  marks: z.array(z.tuple([count, count])),
  score: z.number(),
  why: z.string().optional(),
})
export const Found = z.strictObject({ total: count, tookMs: z.number().nonnegative(), hits: z.array(Hit) })
export const BatchLine = z.strictObject({
  id: z.union([z.string(), z.number()]),
  tookMs: z.number().nonnegative(),
  hits: z.array(Hit),
})

export const Shown = z.strictObject({
  revision: Sha256,
  validity: Validity,
  current: z.boolean(),
  content: z.looseObject({ format: z.literal(1), kind: Kind, title: z.string(), body: z.string() }),
})
const Entry = z.looseObject({
  revision: Sha256,
  title: z.string(),
  validity: Validity,
  current: z.boolean(),
  recordedAt: z.iso.datetime(),
})
export const History = z.array(Entry).min(1)
export const Diff = z.looseObject({
  from: Entry,
  to: Entry,
  summary: z.looseObject({ added: count, removed: count, changed: count, same: count }),
  passages: z.array(
    z.looseObject({ type: z.enum(['same', 'added', 'removed', 'changed', 'moved']), heading: z.string() }),
  ),
})

export const BackedUp = z.strictObject({ name: z.string().regex(/^library-.+\.db$/), bytes: z.int().positive() })
export const Backups = z.strictObject({
  backups: z.array(z.strictObject({ name: z.string(), createdAt: z.iso.datetime(), bytes: z.int().positive() })),
})
export const Restored = z.strictObject({ restored: z.string(), keptAside: z.string() })
export const Exported = z.strictObject({
  directory: z.string(),
  revisions: count,
  blobs: count,
  forms: count,
  stories: count,
  materials: count,
})
export const Doctor = z.strictObject({
  ok: z.boolean(),
  checks: z
    .array(
      z.strictObject({
        code: z.enum(['database', 'revisions', 'blobs', 'forms', 'record', 'index', 'backups', 'disk', 'writable']),
        name: z.string(),
        ok: z.boolean(),
        detail: z.string(),
        todo: z.string().optional(),
      }),
    )
    .min(5),
})
export const Serving = z.strictObject({ address: z.url(), ticketUrl: z.url(), pipe: z.string() })
