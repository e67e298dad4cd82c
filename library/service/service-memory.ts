/** A small nursery is collected often; the process's own heap takes this only from its command line. */
export const SERVICE_NODE_OPTIONS = ['--max-semi-space-size=8'] as const

/** glibc gives every thread a heap of its own, and keeps what was freed in each: two serve as well, in 100 MB less. */
export const SERVICE_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' } as const
