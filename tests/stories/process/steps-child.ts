// A process that takes a story its whole way and corrects it, for a parent that kills it meanwhile:
// `steps-child.ts LIBRARY ACKNOWLEDGED`.
import { appendFileSync } from 'node:fs'
import { runService } from '../../../library/service/run-service.ts'
import { spawnReadersHere } from '../../../library/service/spawn-readers.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { keepPicture } from './keep-picture.ts'
import { OFFICE, wholeRecord } from './whole-record.ts'

const [root = '', acknowledged = ''] = process.argv.slice(2)
const service = await runService({ root, shell: 'command', spawnReader: spawnReadersHere() })

async function send<T>(person: string | undefined, method: string, path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(person !== undefined && { 'x-xinhuo-person': person }) }
  const response = await service.handle(
    new Request(`http://xinhuo/api${path}`, { method, headers, body: JSON.stringify(body) }),
  )
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}

const say = (event: object) => appendFileSync(acknowledged, `${JSON.stringify(event)}\n`)
await send(undefined, 'PUT', '/story-office', OFFICE)
const media = [await keepPicture(service)]
const record = wholeRecord('杀不掉的水渠', { media })
const { id } = await send<StoryView>('chen', 'POST', '/stories', { record })
say({ id })
const begins: unknown = Reflect.get(globalThis, 'storageWorkBegins')
if (typeof begins === 'function') begins()
const step = async (person: string, name: string, more: object = {}) => {
  const { state, revision } = await send<StoryView>(person, 'POST', `/stories/${id}/steps`, { step: name, ...more })
  say({ step: name, state, revision })
}
await step('chen', 'submit')
await step('zhou', 'verify')
await step('lin', 'approve')
await step('gao', 'publish')
await step('wu', 'retire', { reason: '先撤下' })
await step('gao', 'restore')
say({ done: true })
await service.close()
