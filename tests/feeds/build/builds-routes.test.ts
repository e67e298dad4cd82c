import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedBuild, FeedView, SiteVerification } from '../../../library/feeds/feed-view.ts'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type { RunningService } from '../../../library/service/run-service.ts'
import { PublicStory, STORY_MEDIA_TYPE } from '../../../library/stories/story.schema.ts'
import { buildSiteClient } from '../../../scripts/build/build-site-client.ts'
import { ask, ended, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { drawPicture } from '../site/sample-edition.ts'

const project = path.resolve(import.meta.dirname, '../../..')
let service: RunningService
let feed: FeedView

beforeAll(async () => {
  if (!existsSync(path.join(project, 'dist/site/site.js'))) await buildSiteClient(project)
  service = await startService(temporaryFolder(afterAll), { atEnd: afterAll })
  await record('shuiqu', '水渠修好了', '## 什么情况\n\n塌了一段。')
  const { id } = await ask<FeedView>(service, 'POST', '/api/feeds', { title: '石坪身边事', publisher: '石坪乡宣传办' })
  feed = await ask<FeedView>(service, 'POST', `/api/feeds/${id}/issues`, {})
}, 60_000)

/** A story as if it came with a channel. */
async function record(id: string, title: string, body: string): Promise<void> {
  const { blobs } = service.session.access
  const picture = await drawPicture(320, 200, 40)
  const image = { name: '图.jpg', mediaType: 'image/jpeg', sha256: await blobs.put(picture), size: picture.length }
  const media = [{ sha256: image.sha256, mediaType: image.mediaType }]
  const facts = Buffer.from(
    JSON.stringify(PublicStory.parse({ format: 1, evidence: 2, media, publishedOn: '2026-10-01' })),
  )
  const attachment = {
    name: '故事.json',
    mediaType: STORY_MEDIA_TYPE,
    sha256: await blobs.put(facts),
    size: facts.length,
  }
  const attachments = [attachment, image]
  await service.session.writer.recordDocuments([
    {
      location: `story\n${id}`,
      source: `${id}.md`,
      sourceSha256: '0'.repeat(64),
      content: { format: 1, kind: 'story', identifier: id, title, body, attachments },
      blobs: attachments.map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType })),
      activity: 'import',
      starter: false,
    },
  ])
  await service.session.catchUpIndex()
}

const get = (route: string) => service.handle(new Request(`http://xinhuo/api/feeds/${feed.id}${route}`))

describe('a column over the service', () => {
  it('is written into a folder by a job that remembers where, and verified there', async () => {
    const directory = path.join(temporaryFolder(), '专栏')
    const started = await ask<JobView>(service, 'POST', `/api/feeds/${feed.id}/build`, { directory })
    const job = await ended(service, started.id)
    expect(job).toMatchObject({ type: 'build-feed', state: 'done' })
    const build = job.result as FeedBuild
    expect(build).toMatchObject({ issue: 1, out: directory, removed: 0 })
    const again = await ended(
      service,
      (await ask<JobView>(service, 'POST', `/api/feeds/${feed.id}/build`, { directory })).id,
    )
    expect(again.result).toMatchObject({ written: 0, manifest: build.manifest })
    const { builds } = await ask<FeedView>(service, 'GET', `/api/feeds/${feed.id}`)
    expect(builds).toMatchObject([{ out: directory, issue: 1, manifest: build.manifest, files: build.files }])
    expect(await ask(service, 'POST', '/api/feeds/verify', { directory })).toMatchObject({ known: true, wrong: [] })
    writeFileSync(path.join(directory, 'index.html'), '')
    const { wrong } = await ask<SiteVerification>(service, 'POST', '/api/feeds/verify', { directory })
    expect(wrong).toEqual([{ file: 'index.html', why: 'changed' }])
  })

  it('is handed over as one archive, the same each time, and verified when it comes back', async () => {
    const [one, other] = [await get('/site.zip'), await get('/site.zip')]
    const bytes = Buffer.from(await one.arrayBuffer())
    expect(bytes.equals(Buffer.from(await other.arrayBuffer()))).toBe(true)
    expect(one.headers.get('content-disposition')).toContain(encodeURIComponent('石坪身边事-第1期.zip'))
    const form = new FormData()
    form.set('file', new File([bytes], '专栏.zip'))
    const answer = await service.handle(new Request('http://xinhuo/api/feeds/verify', { method: 'POST', body: form }))
    expect(await answer.json()).toMatchObject({ title: '石坪身边事', known: true, wrong: [] })
  })

  it('refuses what it cannot do, in a sentence', async () => {
    const fails = (route: string, body: object) =>
      ask(service, 'POST', `/api/feeds${route}`, body).catch((error: { status: number; answer: unknown }) => error)
    expect(await fails(`/${feed.id}/build`, { directory: '专栏' })).toMatchObject({
      status: 403,
      answer: { error: { code: 'FEED_FOLDER_NOT_ALLOWED' } },
    })
    expect(await fails('/none/build', { directory: '/tmp/x' })).toMatchObject({ status: 404 })
    expect(await fails('/verify', {})).toMatchObject({ status: 400 })
    expect(await fails('/verify', { directory: temporaryFolder() })).toMatchObject({
      status: 404,
      answer: { error: { code: 'SITE_NOT_FOUND' } },
    })
    const empty = await ask<FeedView>(service, 'POST', '/api/feeds', { title: '还没有出' })
    expect(await fails(`/${empty.id}/build`, { directory: '/tmp/x' })).toMatchObject({
      status: 409,
      answer: { error: { code: 'FEED_NOTHING_ISSUED' } },
    })
  })

  it('is printed and pasted', async () => {
    const account = await get('/account.html')
    expect(account.headers.get('content-security-policy')).toContain('sandbox')
    expect(await account.text()).toContain('水渠修好了')
    expect(await (await get('/account.html?pictures=named')).text()).toContain('此处放第1张图')
    for (const name of ['booklet', 'card']) {
      const file = await get(`/${name}.docx`)
      expect(file.status).toBe(200)
      expect(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK')
    }
    expect((await get('/booklet.docx?issue=7')).status).toBe(409)
    expect((await get('/poster.pdf?story=none')).status).toBe(404)
  })
})

it('over an office’s service no folder of the server is read or written', { timeout: 60_000 }, async () => {
  const visited = await startService(temporaryFolder(), { shell: 'serve' })
  for (const route of ['/api/feeds/x/build', '/api/feeds/verify']) {
    const refused = await ask(visited, 'POST', route, { directory: '/tmp/x' }).catch(
      (error: { status: number }) => error,
    )
    expect(refused).toMatchObject({ status: 403, answer: { error: { code: 'FEED_FOLDER_NOT_ALLOWED' } } })
  }
})

it('the pages of the site name no machine and no folder', async () => {
  const directory = path.join(temporaryFolder(), '专栏')
  await ended(service, (await ask<JobView>(service, 'POST', `/api/feeds/${feed.id}/build`, { directory })).id)
  for (const file of ['index.html', 'about.html', 'xinhuo-site.json', 'stories/shuiqu.html']) {
    expect(readFileSync(path.join(directory, file), 'utf8')).not.toContain(path.dirname(directory))
  }
})
