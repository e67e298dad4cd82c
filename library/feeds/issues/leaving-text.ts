import { findContent } from '../../items/items.repository.ts'
import type { RevisionContent } from '../../items/revision.schema.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { checkStory } from '../../stories/gate/check-story.ts'
import { personalDataIn } from '../../stories/gate/check-text.ts'
import type { TextFinding } from '../../stories/gate/text-finding.ts'
import { findStory } from '../../stories/stories.repository.ts'
import { type PublicStory, STORY_SECTIONS } from '../../stories/story.schema.ts'
import type { FeedDefinition } from '../feed.schema.ts'
import type { FeedStop } from '../feed-view.ts'
import type { PrintedAnswer } from './entries.repository.ts'

/** An office's own contact line is there to be read: only what nobody may ever read stops it. */
const PRINTED_IN_CONTACT: ReadonlySet<TextFinding['code']> = new Set(['phone', 'address', 'other-contact', 'plate'])

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

/** What stops a story that was made here: what the gate finds in the record that readers see, unless overruled. */
export async function stopsOfOwnStory(library: LibraryAccess, storyId: string): Promise<FeedStop[] | undefined> {
  const story = await findStory(library.db, storyId)
  // Under correction the record is another than what readers see.
  if (!story || story.publishedRecord !== story.recordSha256) return undefined
  const { passes, findings } = await checkStory(library, story)
  if (passes) return []
  return findings
    .filter(({ severity, overruled }) => severity === 'must' && overruled === undefined)
    .map(({ place, says, todo }) => ({
      storyId,
      place: `《${story.record.title}》的“${FIELD_NAMES[place.field.split('/')[0] ?? ''] ?? '内容'}”`,
      says: hideMiddle(says),
      todo: `${todo}（打开这篇故事，更正或写明理由放行。）`,
    }))
}

/** What stops a story by its public text. */
export function stopsOfText(storyId: string, content: RevisionContent, story: PublicStory): FeedStop[] {
  const named = `《${content.title}》`
  const texts: [string, string][] = [
    ['标题', [content.title, ...(content.alternative ?? [])].join('\n')],
    ['一句话介绍', content.description ?? ''],
    ...bodyTexts(content.body),
    ['人物', story.people.map(({ name, post = '' }) => `${name} ${post}`).join('\n')],
    ['原话', story.quotes.map(({ text, by }) => `${text}\n${by}`).join('\n')],
    ['图片', story.media.flatMap((one) => [one.caption, one.alternative, one.place, one.author]).join('\n')],
    ['来源', (content.sources ?? []).flatMap(({ title, note, url }) => [title, note, url]).join('\n')],
    ['政策', story.policies.flatMap(({ title, note }) => [title, note]).join('\n')],
  ]
  return texts.flatMap(([where, text]) =>
    findingsIn(text).map((finding) => ({
      storyId,
      place: `${named}的“${where}”`,
      says: sayFinding(finding),
      todo: '请在专栏里排除这一篇并写明理由；或者照着它写一个自己的故事，改好再登。',
    })),
  )
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
export function stopsOfNote(title: string, note: string): FeedStop[] {
  return findingsIn(`${title}\n${note}`).map((finding) => ({
    place: `《${title}》的更正或撤回说明`,
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
      todo: '请在反馈里改这一条的答复；问题里带有个人信息的，请在答复时不要采用原话。',
    })),
  )
}

/** The public text of a revision, as {@link stopsOfText} takes it. */
export const contentOf = (library: LibraryAccess, revision: string) => findContent(library.db, revision)

const findingsIn = (text: string): TextFinding[] =>
  text.trim() === '' ? [] : personalDataIn(text).filter(({ severity }) => severity === 'must')

const sayFinding = ({ says, quote }: TextFinding): string => {
  const hidden = hideMiddle(quote)
  const said = hideMiddle(says).replace(/。$/, '')
  return said.includes(hidden) ? said : `${said}（${hidden}）`
}

/** What stops something is shown to people and kept in logs: long numbers keep only their ends. */
const hideMiddle = (text: string): string =>
  text.replace(/[0-9Xx*-]{7,}/g, (digits) => `${digits.slice(0, 3)}${'*'.repeat(digits.length - 5)}${digits.slice(-2)}`)

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
