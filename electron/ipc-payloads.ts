import { z } from 'zod'
import type { RequestChannel, Requests } from './ipc-contract.ts'

/** The arguments of each request, parsed before anything is done with them. */
export const requestArguments: { readonly [Channel in RequestChannel]: z.ZodType<Requests[Channel]['args']> } = {
  'files:choose': z.tuple([]),
  'folder:choose': z.tuple([]),
  'folder:show': z.tuple([z.string().min(1).max(4096)]),
  'page:print': z.tuple([]),
  'page:print-to-pdf': z.tuple([z.string().max(500)]),
  'links:ready': z.tuple([]),
  'slides:place': z.tuple([]),
  'window:full-screen': z.tuple([]),
}
