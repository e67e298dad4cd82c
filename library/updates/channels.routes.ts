import path from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../http/validate.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { findChannel } from './channels.repository.ts'
import type { TrustedChannel } from './manage-channels.ts'
import { inspectSource, keepRoot } from './trust-channel.ts'
import { refuseUpdate } from './update-refused-error.ts'
import type { ChannelView } from './update-view.ts'
import { viewChannels } from './view-channels.ts'

/** Writing that channels need, done by the writer's thread. */
export interface ChannelWrites {
  trustChannel(channel: TrustedChannel): Promise<unknown>
  removeChannel(id: string): Promise<unknown>
  orderChannels(ids: readonly string[]): Promise<unknown>
  subscribe(id: string, topics: readonly string[] | undefined): Promise<unknown>
  catchUpIndex(limit: number): Promise<{ readonly remaining: number }>
}

const From = z.string().min(1).max(4000)
const TrustBody = z.union([
  z.object({ from: From, fingerprint: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ from: From, root: From }),
])
/** `from`: where to fetch what is damaged; without it from where the channel was received. */
const VerifyBody = z.object({ repair: z.boolean().optional(), from: From.optional() })
const TopicsBody = z.object({ topics: z.array(z.string().min(1)).max(1000).nullable() })

/**
 * `/api/channels`: first trust, order, topics, versions, verification.
 * @param channels the folder of trusted metadata
 * @param mayRead refuses a source that this service may not read
 */
export function channelRoutes(
  library: LibraryAccess,
  jobs: JobRunner,
  writes: ChannelWrites,
  channels: string,
  mayRead: (from: string) => void,
) {
  const viewOf = async (id: string): Promise<ChannelView> => {
    const view = (await viewChannels(library.db)).find((channel) => channel.id === id)
    if (!view) throw refuseUpdate('CHANNEL_NOT_FOUND', id)
    return view
  }
  const requireChannel = async (id: string) => {
    if (!(await findChannel(library.db, id))) throw refuseUpdate('CHANNEL_NOT_FOUND', id)
  }
  const reindex = async () => {
    const { remaining } = await writes.catchUpIndex(100)
    if (remaining > 0) await jobs.start('reindex', {})
  }
  return new Hono()
    .get('/', async (c) => c.json(await viewChannels(library.db)))
    .post('/inspect', validate('json', z.object({ from: From })), async (c) => {
      const { from } = c.req.valid('json')
      mayRead(from)
      return c.json(
        await inspectSource(from, channels, async (id) => {
          const channel = await findChannel(library.db, id)
          return channel && { fingerprint: channel.fingerprint, trusted: path.join(id, channel.trusted) }
        }),
      )
    })
    .post('/', validate('json', TrustBody), async (c) => {
      const { from, ...trust } = c.req.valid('json')
      mayRead(from)
      if ('root' in trust) mayRead(trust.root)
      const trusted = await keepRoot(from, trust, channels)
      await writes.trustChannel(trusted)
      return c.json(await viewOf(trusted.id), 201)
    })
    .put('/order', validate('json', z.object({ ids: z.array(z.string()).max(1000) })), async (c) => {
      await writes.orderChannels(c.req.valid('json').ids)
      await reindex()
      return c.json(await viewChannels(library.db))
    })
    .patch('/:id', validate('json', TopicsBody), async (c) => {
      await writes.subscribe(c.req.param('id'), c.req.valid('json').topics ?? undefined)
      await reindex()
      return c.json(await viewOf(c.req.param('id')))
    })
    .delete('/:id', async (c) => {
      const id = c.req.param('id')
      await requireChannel(id)
      await writes.removeChannel(id)
      await reindex()
      return c.json({ removed: id })
    })
    .post('/:id/verify', validate('json', VerifyBody), async (c) => {
      const channel = c.req.param('id')
      await requireChannel(channel)
      const { repair, from } = c.req.valid('json')
      if (from !== undefined) mayRead(from)
      return c.json(await jobs.start('verify-channel', { channel, repair, from }), 202)
    })
    .post('/:id/roll-back', validate('json', z.object({ version: z.int().positive() })), async (c) => {
      await requireChannel(c.req.param('id'))
      const { version } = c.req.valid('json')
      return c.json(await jobs.start('roll-back', { channel: c.req.param('id'), version }), 202)
    })
}
