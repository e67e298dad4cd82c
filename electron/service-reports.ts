import { z } from 'zod'

/** What the service's process tells the shell, parsed on arrival. */
export const ServiceReport = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), pipe: z.string() }),
  z.object({ type: z.literal('already-running'), pipe: z.string() }),
  z.object({
    type: z.literal('failed'),
    error: z.object({
      code: z.string(),
      what: z.string(),
      why: z.string().optional(),
      todo: z.string().optional(),
    }),
  }),
  z.object({ type: z.literal('show') }),
  z.object({
    type: z.literal('spawn-reader'),
    id: z.union([z.string(), z.int()]),
    entry: z.string(),
    heapMegabytes: z.int().positive().optional(),
  }),
  z.object({ type: z.literal('kill-reader'), id: z.union([z.string(), z.int()]) }),
  z.object({ type: z.literal('print-page'), id: z.int(), file: z.string() }),
])
export type ServiceReport = z.infer<typeof ServiceReport>
export type ServiceFailure = (ServiceReport & { type: 'failed' })['error']
export type ReaderId = (ServiceReport & { type: 'kill-reader' })['id']
