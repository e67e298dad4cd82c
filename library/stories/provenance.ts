import type { KeptStory } from './kept-story.ts'
import type { StoryEvent } from './process/process-view.ts'
import { XINHUO } from './process/step-offers.ts'
import { type ProvDocument, type ProvWriter, provType, writeProv } from './prov-document.ts'

const hashed = (sha256: string) => `sha256:${sha256}`

/**
 * The provenance of an own story: which record of it was made when by whom, from which sources, each with its hash,
 * and what was published. It names people as the office knows them and is for the office.
 * @param events of this story, first things first
 */
export function storyProvenance(story: KeptStory, events: readonly StoryEvent[]): ProvDocument {
  const prov = writeProv({ xinhuo: 'urn:xinhuo:', sha256: 'urn:sha256:' })
  const before = tellEvents(prov, events)
  prov.add('entity', hashed(story.recordSha256), {
    'prov:type': provType('xinhuo:StoryRecord'),
    'prov:label': story.record.title || story.id,
  })
  if (before !== undefined && before !== story.recordSha256) revised(prov, story.recordSha256, before)
  tellSources(prov, story)
  tellPublication(prov, story)
  return prov.document()
}

/** @returns the hash of the record that the last event saw */
function tellEvents(prov: ProvWriter, events: readonly StoryEvent[]): string | undefined {
  let before: string | undefined
  for (const event of events) {
    const id = `xinhuo:event-${event.number}`
    const type = event.step === undefined ? event.type : `${event.type}-${event.step}`
    prov.add('activity', id, {
      'prov:startTime': event.at,
      'prov:endTime': event.at,
      'prov:type': provType(`xinhuo:${type}`),
      'prov:label': event.reason,
    })
    const agent = prov.agentOf(event.by, event.by === XINHUO.name ? 'prov:SoftwareAgent' : 'prov:Person')
    prov.relate('wasAssociatedWith', { 'prov:activity': id, 'prov:agent': agent })
    if (event.record === undefined || event.record === before) continue
    const entity = hashed(event.record)
    prov.add('entity', entity, { 'prov:type': provType('xinhuo:StoryRecord') })
    prov.relate('wasGeneratedBy', { 'prov:entity': entity, 'prov:activity': id, 'prov:time': event.at })
    if (before !== undefined) revised(prov, event.record, before)
    before = event.record
  }
  return before
}

const revised = (prov: ProvWriter, record: string, before: string) =>
  prov.relate('wasDerivedFrom', {
    'prov:generatedEntity': hashed(record),
    'prov:usedEntity': hashed(before),
    'prov:type': provType('prov:Revision'),
  })

function tellSources(prov: ProvWriter, { id, record, recordSha256 }: KeptStory): void {
  for (const source of record.sources) {
    const entity = source.file ? hashed(source.file.sha256) : `xinhuo:${id}-${source.id}`
    prov.add('entity', entity, {
      'prov:type': provType(`xinhuo:source-${source.type}`),
      'prov:label': source.title,
      'xinhuo:on': source.on,
      'xinhuo:verifiedBy': source.verified?.by,
      'xinhuo:verifiedOn': source.verified?.on,
    })
    derived(prov, recordSha256, entity, 'prov:PrimarySource')
    attributed(prov, entity, source.from)
  }
  for (const media of record.media) {
    const entity = hashed(media.sha256)
    prov.add('entity', entity, {
      'prov:type': provType('xinhuo:Media'),
      'prov:label': media.caption ?? media.name,
      'xinhuo:on': media.takenOn,
    })
    derived(prov, recordSha256, entity)
    attributed(prov, entity, media.author)
  }
}

function tellPublication(prov: ProvWriter, { id, record, revision, publishedRecord, publishedOn }: KeptStory): void {
  if (revision === undefined || publishedRecord === undefined) return
  prov.add('entity', hashed(revision), {
    'prov:type': provType('xinhuo:Revision'),
    'prov:label': record.title || id,
    'xinhuo:on': publishedOn,
  })
  prov.add('entity', hashed(publishedRecord), { 'prov:type': provType('xinhuo:StoryRecord') })
  derived(prov, revision, hashed(publishedRecord))
}

const derived = (prov: ProvWriter, sha256: string, from: string, type?: string) =>
  prov.relate('wasDerivedFrom', {
    'prov:generatedEntity': hashed(sha256),
    'prov:usedEntity': from,
    'prov:type': type === undefined ? undefined : provType(type),
  })

function attributed(prov: ProvWriter, entity: string, name: string | undefined): void {
  if (!name) return
  prov.relate('wasAttributedTo', { 'prov:entity': entity, 'prov:agent': prov.agentOf(name, 'prov:Person') })
}
