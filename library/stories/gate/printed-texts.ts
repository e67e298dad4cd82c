import type { StoryRecord } from '../story.schema.ts'

/** A text of a record that readers get to see. */
export interface PrintedText {
  /** As in {@link GatePlace}: `media/2/caption`. */
  readonly field: string
  /** The same by ids rather than places, so that moving a picture changes nothing: `media/m-1/caption`. */
  readonly key: string
  readonly text: string
  readonly mediaId?: string | undefined
}

/** The texts of a record that would be printed, in the order of the form. Names of people are for the consents. */
export function printedTexts(record: StoryRecord): PrintedText[] {
  const texts: PrintedText[] = []
  const add = (path: readonly (string | number)[], text: string | undefined, id?: string, mediaId?: string) => {
    if (!text) return
    const key = path.map((part, at) => (at === 1 && id !== undefined ? id : part)).join('/')
    texts.push({ field: path.join('/'), key, text, mediaId })
  }
  add(['title'], record.title)
  add(['summary'], record.summary)
  for (const list of ['themes', 'topics', 'posts', 'places', 'groups', 'audience'] as const) {
    for (const [at, text] of record[list].entries()) add([list, at], text, text)
  }
  for (const [at, { id, alias, post, groups }] of record.people.entries()) {
    add(['people', at, 'alias'], alias, id)
    add(['people', at, 'post'], post, id)
    for (const [n, group] of (groups ?? []).entries()) add(['people', at, 'groups', n], group, id)
  }
  add(['problem'], record.problem)
  add(['done'], record.done)
  for (const part of ['people', 'money', 'time', 'powers'] as const) add(['cost', part], record.cost[part])
  add(['failed'], record.failed)
  add(['result'], record.result)
  add(['evidence', 'how'], record.evidence.how)
  add(['caution'], record.caution)
  for (const [at, policy] of record.policies.entries()) {
    const id = `${policy.title}${policy.provision ?? ''}`
    add(['policies', at, 'title'], policy.title, id)
    add(['policies', at, 'note'], policy.note, id)
  }
  for (const [at, { id, text, by }] of record.quotes.entries()) {
    add(['quotes', at, 'text'], text, id)
    add(['quotes', at, 'by'], by, id)
  }
  for (const [at, media] of record.media.entries()) {
    for (const part of ['name', 'caption', 'alternative', 'place', 'author'] as const) {
      add(['media', at, part], media[part], media.id, media.id)
    }
  }
  for (const [at, { id, title }] of record.sources.entries()) add(['sources', at, 'title'], title, id)
  add(['label'], record.label)
  return texts
}
