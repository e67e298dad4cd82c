import type { RevisionContent } from '../../items/revision.schema.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { checkStory } from '../../stories/gate/check-story.ts'
import { personalDataIn } from '../../stories/gate/check-text.ts'
import { checkSchools } from '../../stories/gate/checks/children-check.ts'
import { checkConsents } from '../../stories/gate/checks/consent-check.ts'
import { checkTexts } from '../../stories/gate/checks/text-check.ts'
import { type Found, withIds } from '../../stories/gate/found.ts'
import type { GateFinding } from '../../stories/gate/gate-view.ts'
import { overrulingDetail } from '../../stories/gate/keep-overruling.ts'
import { withOverrulings } from '../../stories/gate/overrulings.ts'
import type { TextFinding } from '../../stories/gate/text-finding.ts'
import type { KeptStory } from '../../stories/kept-story.ts'
import { eventsOf } from '../../stories/process/event-chain.ts'
import { type PublicStory, STORY_SECTIONS } from '../../stories/story.schema.ts'
import { masked } from '../../templates/document/masked.ts'
import type { FeedDefinition } from '../feed.schema.ts'
import type { FeedStop } from '../feed-view.ts'
import type { PrintedAnswer } from './entries.repository.ts'

/** An office's own contact line is there to be read: only what nobody may ever read stops it. */
export const PRINTED_IN_CONTACT: ReadonlySet<TextFinding['code']> = new Set([
  'phone',
  'address',
  'other-contact',
  'plate',
])

const FIELD_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(STORY_SECTIONS.map(({ field, heading }) => [field, heading])),
  title: '标题',
  summary: '一句话介绍',
  people: '人物',
  media: '图片',
  quotes: '原话',
  sources: '来源',
  consents: '同意',
  places: '地点',
}

/**
 * What stops a story that was made here: what the gate finds in the record that readers see, unless overruled.
 * @param depth `whole` as at its publication; `words` without what looks at pictures and other stories, which were
 *   looked at then and do not change
 */
export async function stopsOfOwnStory(
  library: LibraryAccess,
  story: KeptStory,
  depth: 'whole' | 'words',
): Promise<FeedStop[]> {
  const { findings } =
    depth === 'whole' ? await checkStory(library, story) : { findings: await findingsInWords(library, story) }
  return findings
    .filter(({ severity, overruled }) => severity === 'must' && overruled === undefined)
    .map(({ place, says, todo }) => ({
      storyId: story.id,
      place: `《${story.record.title}》的“${FIELD_NAMES[place.field.split('/')[0] ?? ''] ?? '内容'}”`,
      says: withoutStop(place.quote ? says.replaceAll(place.quote, masked(place.quote)) : says),
      todo: `${todo}（打开这篇故事，更正或写明理由放行。）`,
    }))
}

/** A record never changes under its hash: what was found in its words is remembered. */
const remembered = new WeakMap<BlobStore, Map<string, readonly Found[]>>()
const MOST_REMEMBERED = 20_000

async function findingsInWords({ db, blobs }: LibraryAccess, story: KeptStory): Promise<GateFinding[]> {
  const known = remembered.get(blobs) ?? new Map<string, readonly Found[]>()
  remembered.set(blobs, known)
  if (known.size >= MOST_REMEMBERED) known.clear()
  const { id, record, recordSha256 } = story
  const found = known.get(recordSha256) ?? [...checkTexts(record), ...checkConsents(record), ...checkSchools(record)]
  known.set(recordSha256, found)
  return found.length === 0 ? [] : withOverrulings(withIds(found), await eventsOf(db, 'story', id))
}

/** What stops a story by its public text. */
export function stopsOfText(
  storyId: string,
  content: RevisionContent,
  story: PublicStory,
  isOverruled: (finding: TextFinding) => boolean = () => false,
): FeedStop[] {
  const named = `《${content.title}》`
  const texts: [string, string][] = [
    ['标题', [content.title, ...(content.alternative ?? [])].join('\n')],
    ['一句话介绍', content.description ?? ''],
    ...bodyTexts(content.body),
    ['地点', (content.places ?? []).join('\n')],
    ['归类', [...(content.topics ?? []), ...(content.posts ?? []), ...story.themes, ...story.groups].join('\n')],
    ['单位和标签', [content.issuer, content.label, story.office].filter(Boolean).join('\n')],
    ['人物', story.people.map(({ name, post = '' }) => `${name} ${post}`).join('\n')],
    ['原话', story.quotes.map(({ text, by }) => `${text}\n${by}`).join('\n')],
    ['图片', story.media.flatMap((one) => [one.caption, one.alternative, one.place, one.author]).join('\n')],
    ['来源', (content.sources ?? []).flatMap(({ title, note, url }) => [title, note, url]).join('\n')],
    ['政策', story.policies.flatMap(({ title, note }) => [title, note]).join('\n')],
  ]
  return texts.flatMap(([where, text]) =>
    findingsIn(text)
      .filter((finding) => !isOverruled(finding))
      .map((finding) => ({
        storyId,
        place: `${named}的“${where}”`,
        says: sayFinding(finding),
        todo: '请在专栏里排除这一篇并写明理由；或者照着它写一个自己的故事，改好再登。',
      })),
  )
}

/** The overrulings of a story, for findings in a text of it that is not its record as it is now: by the words masked. */
export async function overrulingsOf(
  { db }: LibraryAccess,
  storyId: string,
): Promise<(finding: TextFinding) => boolean> {
  const said = new Set<string>()
  for (const { type, detail } of await eventsOf(db, 'story', storyId)) {
    if (type !== 'overrule') continue
    const key = `${String(detail?.code)} ${String(detail?.quote)}`
    if (detail?.withdrawn === true) said.delete(key)
    else said.add(key)
  }
  return ({ quote, ...finding }) => {
    const { code, quote: masked } = overrulingDetail({ ...finding, id: '', place: { field: '', quote } })
    return said.has(`${code} ${masked}`)
  }
}

/** What stops a column by what it says itself. */
export function stopsOfDefinition(definition: FeedDefinition): FeedStop[] {
  const lines = [
    ['标题', definition.title],
    ['说明', definition.subtitle],
    ['发布单位', definition.publisher],
    ['联系方式', definition.contact],
  ] as const
  return lines.flatMap(([where, text]) =>
    findingsIn(text)
      .filter(({ code }) => where !== '联系方式' || !PRINTED_IN_CONTACT.has(code))
      .map((finding) => ({
        place: `专栏的“${where}”`,
        says: sayFinding(finding),
        todo: `请在专栏设置里改“${where}”。`,
      })),
  )
}

/** What stops a note that says why something was corrected or withdrawn. */
export function stopsOfNote(note: string): FeedStop[] {
  return findingsIn(note).map((finding) => ({
    place: '更正或撤回的说明',
    says: sayFinding(finding),
    todo: '请把说明改得不带这些内容。',
  }))
}

/** What stops the answers to readers' questions. */
export function stopsOfAnswers(answers: readonly PrintedAnswer[]): FeedStop[] {
  return answers.flatMap(({ question, answer }) =>
    findingsIn(`${question}\n${answer}`).map((finding) => ({
      place: '答读者问',
      says: sayFinding(finding),
      todo: '请在反馈里改这一条的答复。',
    })),
  )
}

/** What nobody may read who is not meant to. */
export const findingsIn = (text: string): TextFinding[] =>
  text.trim() === '' ? [] : personalDataIn(text).filter(({ severity }) => severity === 'must')

/** What it is, with the words themselves hidden: the sentence is shown, and kept in logs. */
export function sayFinding({ code, says, quote, repair }: TextFinding): string {
  const mask = repair?.type === 'mask' ? repair.replacement : undefined
  return `${withoutStop(says)}（${code === 'secrecy' ? quote : (mask ?? masked(quote))}）`
}

const withoutStop = (text: string): string => text.replace(/。$/, '')

/** The text under each heading, with the heading. */
function bodyTexts(body: string): [string, string][] {
  const parts: [string, string[]][] = [['正文', []]]
  for (const line of body.split('\n')) {
    const heading = /^#{1,6}\s+(.+?)\s*$/.exec(line)?.[1]
    if (heading === undefined) parts.at(-1)?.[1].push(line)
    else parts.push([heading, [heading]])
  }
  return parts.map(([heading, lines]): [string, string] => [heading, lines.join('\n')])
}
