import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { ItemSummary } from '../../../library/items/item-view.ts'
import type { ChannelVerification, JobView } from '../../../library/jobs/job-view.ts'
import type { AppliedUpdate, TrustOffer } from '../../../library/updates/update-view.ts'
import { percentile, spread } from '../percentile.ts'
import { type Row, row } from '../row.ts'
import { type ServiceUnderTest, settled, startServiceUnderTest } from '../service-under-test.ts'
import { changeTexts, type TextMaking, writeTexts } from './channel-texts.ts'
import { copyWhole, rsync } from './copy-whole.ts'
import { type CountingServer, countingServer } from './counting-server.ts'
import { type PublishingOffice, startPublishingOffice } from './publishing-office.ts'
import { useMeanwhile, type Waits } from './use-meanwhile.ts'

export interface ChannelMeasurement {
  readonly projectRoot: string
  /** A folder to be filled. */
  readonly scratch: string
  readonly making: TextMaking
  readonly note: (text: string) => void
}

/** Publishes and receives a channel of generated texts by the built service, beside copying it by other means. */
export async function measureChannels(about: ChannelMeasurement): Promise<Row[]> {
  const { making, note, scratch } = about
  const rows: Row[] = []
  const texts = path.join(scratch, 'texts')
  const copies = { whole: path.join(scratch, 'copy'), rsync: path.join(scratch, 'rsync') }
  writeTexts(texts, making)
  mkdirSync(copies.rsync)
  const office = await startPublishingOffice(about.projectRoot, path.join(scratch, 'office'))
  let server: CountingServer | undefined
  try {
    note('channels: taking the texts in')
    await take(office, texts, making.count)
    note('channels: publishing')
    rows.push(...(await publishAll(office)))
    server = await countingServer(office.repository)
    const reader = await receivingOffice(about, server)
    note('channels: first install')
    rows.push(...(await reader.install()))
    const first = rsync(office.repository, copies.rsync)

    changeTexts(texts, making, 1)
    await take(office, texts, making.count)
    const { changed, rows: published } = await publishChange(office)
    rows.push(...published)
    note('channels: updates')
    rows.push(...(await reader.update(changed)))
    const whole = await copyWhole(office.repository, copies.whole)
    const second = rsync(office.repository, copies.rsync)

    changeTexts(texts, making, 2)
    await take(office, texts, making.count)
    await office.publish()
    rows.push(...(await reader.updateFromFolder(office.repository)))
    rows.push(...(await reader.verify()), ...(await reader.goBack()))
    rows.push(row('beside: copying the whole channel (fs.cp)', seconds(whole.seconds)))
    rows.push(rsyncRow('beside: rsync -a, the whole channel', first), rsyncRow('beside: rsync -a, 1% changed', second))
    await reader.stop()
  } finally {
    await server?.close()
    await office.service.stop()
  }
  return rows
}

const seconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} s`
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`

function rsyncRow(what: string, copied: ReturnType<typeof rsync>): Row {
  if (!copied) return row(what, 'not installed here')
  const sent = copied.bytes === undefined ? '' : `, ${megabytes(copied.bytes)} sent`
  return row(what, `${seconds(copied.seconds)}${sent}`)
}

async function take(office: PublishingOffice, texts: string, count: number): Promise<void> {
  const { imported, revised, unchanged, skipped } = await office.take(texts)
  if (imported + revised + unchanged !== count) throw new Error(`of ${count} texts ${skipped.length} were skipped`)
}

async function publishAll(office: PublishingOffice): Promise<Row[]> {
  const published = await office.publish()
  const bytes = office.newObjects()
  const size = `${published.items.toLocaleString('en')} items, ${megabytes(bytes)} of objects`
  return [row('the channel', size), row('publishing all of it', seconds(published.seconds))]
}

async function publishChange(office: PublishingOffice): Promise<{ readonly changed: number; readonly rows: Row[] }> {
  const published = await office.publish()
  const changed = office.newObjects()
  const what = `${published.changed} changed, ${megabytes(changed)} of objects in ${seconds(published.seconds)}`
  return { changed, rows: [row('publishing 1% changed', what, '< 10 s', published.seconds < 10)] }
}

/** An office that receives the channel, first from a web server and then from a folder. */
async function receivingOffice(about: ChannelMeasurement, server: CountingServer) {
  const library = path.join(about.scratch, 'reader')
  let service = await startServiceUnderTest(about.projectRoot, library)
  await settled(service)
  const { items } = await service.get<{ items: ItemSummary[] }>('items?limit=1')
  const item = items[0] as ItemSummary
  const offer = await service.post<TrustOffer>('channels/inspect', { from: server.address })
  await service.post('channels', { from: server.address, fingerprint: offer.fingerprint.hex })
  server.moved()
  const run = (route: string, body: unknown, waits: Waits) =>
    useMeanwhile(service, item, waits, () => resultOf<AppliedUpdate>(service, route, body))
  const restart = async () => {
    await service.stop()
    service = await startServiceUnderTest(about.projectRoot, library)
  }
  const meanwhile = (waits: Waits): Row[] => {
    const peak = service.peakMemory()
    return [
      row(
        'memory of the service meanwhile, at most',
        peak === undefined ? 'not told' : `${peak} MB`,
        '< 400 MB',
        peak === undefined ? undefined : peak < 400,
      ),
      row(
        'page answers meanwhile, p50 / p95 / p99',
        slowest(waits.pages),
        'p95 < 1,000 ms',
        percentile(waits.pages, 0.95) < 1000,
      ),
      row(
        'saving a note meanwhile, p50 / p95 / p99',
        slowest(waits.notes),
        'p95 < 1,000 ms',
        percentile(waits.notes, 0.95) < 1000,
      ),
    ]
  }
  const timed = async (route: string, body: unknown) => {
    const waits: Waits = { pages: [], notes: [] }
    const started = performance.now()
    const applied = await run(route, body, waits)
    return { applied, waits, seconds: (performance.now() - started) / 1000 }
  }
  return {
    async install(): Promise<Row[]> {
      // The starter content's own memory is not what is measured.
      await restart()
      const { applied, waits, seconds: took } = await timed('updates/apply', { from: server.address })
      const { bytes, requests } = server.moved()
      const what = `${applied.new.toLocaleString('en')} items in ${seconds(took)}, ${megabytes(bytes)} in ${requests} requests`
      return [row('first install, over HTTP', what, '< 60 s', took < 60), ...meanwhile(waits)]
    },
    /** @param changed bytes of the objects that are new */
    async update(changed: number): Promise<Row[]> {
      await restart()
      const { applied, waits, seconds: took } = await timed('updates/apply', { from: server.address })
      const { bytes, requests } = server.moved()
      const most = changed * 1.2 + 1e6
      return [
        row('update of 1%, over HTTP', `${applied.changed} changed in ${seconds(took)}`, '< 5 s', took < 5),
        row(
          'bytes moved',
          `${megabytes(bytes)} in ${requests} requests`,
          `≤ 1.2 × ${megabytes(changed)} + 1 MB`,
          bytes <= most,
        ),
        ...meanwhile(waits),
      ]
    },
    async updateFromFolder(repository: string): Promise<Row[]> {
      const { applied, seconds: took } = await timed('updates/apply', { from: repository })
      return [row('update of 1%, from a folder', `${applied.changed} changed in ${seconds(took)}`, '< 5 s', took < 5)]
    },
    /** @throws when anything is wanting */
    async verify(): Promise<Row[]> {
      const started = performance.now()
      const found = await resultOf<ChannelVerification>(service, `channels/${offer.id}/verify`, {})
      if (found.damaged.length > 0) throw new Error(`${found.damaged.length} of ${found.items} items are damaged`)
      const what = `${found.revisions.toLocaleString('en')} revisions, ${found.blobs} attachments`
      return [row('verifying all of it', `${what} in ${seconds((performance.now() - started) / 1000)}`)]
    },
    async goBack(): Promise<Row[]> {
      const { applied, seconds: took } = await timed(`channels/${offer.id}/roll-back`, { version: 2 })
      return [row('going back a version', `${applied.changed} changed in ${seconds(took)}`)]
    },
    stop: () => service.stop(),
  }
}

async function resultOf<T>(service: ServiceUnderTest, route: string, body: unknown): Promise<T> {
  const job = await service.finish(await service.post<JobView>(route, body))
  if (job.state !== 'done' || !job.result) throw new Error(`${route}: ${job.error?.message}`)
  return job.result as T
}

const slowest = (waits: readonly number[]) => `${spread(waits)} ms (slowest ${Math.max(...waits).toFixed(0)})`
