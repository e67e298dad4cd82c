// A process that adds pictures and a film to a story and copies a picture, for a parent that kills it meanwhile:
// `media-child.ts LIBRARY ACKNOWLEDGED`.
import { appendFileSync } from 'node:fs'
import { runService } from '../../../library/service/run-service.ts'
import { spawnReadersHere } from '../../../library/service/spawn-readers.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { fetchBytes, giveMedia } from './giving-media.ts'
import { film, phonePhoto } from './made-pictures.ts'

const [root = '', acknowledged = ''] = process.argv.slice(2)
const service = await runService({ root, shell: 'command', spawnReader: spawnReadersHere() })
const photos = [await phonePhoto(64, 48), await phonePhoto(80, 60)]
const begins: unknown = Reflect.get(globalThis, 'storageWorkBegins')
if (typeof begins === 'function') begins()

const say = (event: object) => appendFileSync(acknowledged, `${JSON.stringify(event)}\n`)
const answer = await service.handle(
  new Request('http://xinhuo/api/stories', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ record: { title: '修渠' } }),
  }),
)
const { id } = (await answer.json()) as StoryView
const files = [...photos, Buffer.concat([...film(300_000)])]
for (const [at, bytes] of files.entries()) {
  const { body } = await giveMedia(service, id, [{ name: `${at}`, bytes }], 'this-computer')
  const media = body.added[0]
  if (!media) throw new Error(JSON.stringify(body))
  say({ id, sha256: media.sha256 })
  if (media.mediaType.startsWith('image/')) {
    const copy = await fetchBytes(service, `/api/stories/${id}/media/${media.id}/copy?width=320`)
    if (copy.status !== 200) throw new Error(copy.bytes.toString())
  }
}
say({ done: true })
await service.close()
