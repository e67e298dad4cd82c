import { alternativeText, escapeLine, escapeText } from './escape-text.ts'
import { safeMarkdown } from './safe-markdown.ts'
import { type ShownPolicy, STORY_SECTIONS, type StoryMedia, type StoryRecord } from './story.schema.ts'

/** The headings besides those of {@link STORY_SECTIONS}. */
export const QUOTES_HEADING = '原话'
export const PICTURES_HEADING = '图片'
export const POLICIES_HEADING = '有关条文和文书'

/** What stands before how the result is known, under the result's heading. */
export const EVIDENCE_LABEL = '怎么知道的：'

/** What things cost, in the words they are printed with. */
export const COST_LABELS = [
  { field: 'people', label: '人手' },
  { field: 'money', label: '钱' },
  { field: 'time', label: '时间' },
  { field: 'powers', label: '权限' },
] as const

const EVIDENCE_WORDS: Readonly<Record<StoryRecord['evidence']['kinds'][number], string>> = {
  told: '听当事人说的',
  seen: '现场看过',
  picture: '有照片',
  document: '有文件',
  register: '有台账或名册',
  statistics: '有统计数',
}

/**
 * A story as Markdown, for its item: the sections in their order, pictures where they belong, quotes, and the
 * provisions as citations that any library resolves for itself.
 * @param record as readers may see it
 * @param copies the cleaned copy of each picture, by the picture's id; a picture without one is left out
 */
export function renderStory(record: StoryRecord, copies: ReadonlyMap<string, string>): string {
  const sections = STORY_SECTIONS.map(({ field, heading }) => ({
    heading,
    blocks: [...sectionBlocks(record, field), ...picturesIn(record, copies, field)],
  }))
  return [
    ...sections,
    { heading: QUOTES_HEADING, blocks: record.quotes.map(quoteBlock) },
    { heading: PICTURES_HEADING, blocks: [...picturesIn(record, copies, undefined), ...filmsIn(record)] },
    { heading: POLICIES_HEADING, blocks: policyBlocks(record.policies) },
  ]
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ heading, blocks }) => `## ${heading}\n\n${blocks.join('\n\n')}`)
    .join('\n\n')
}

type Section = (typeof STORY_SECTIONS)[number]['field']

function sectionBlocks(record: StoryRecord, field: Section): string[] {
  const blocks = field === 'cost' ? [costs(record)] : [safeMarkdown(record[field])]
  return [...blocks, ...(field === 'result' ? evidence(record) : [])].filter((text) => text.trim() !== '')
}

const costs = ({ cost }: StoryRecord): string =>
  COST_LABELS.flatMap(({ field, label }) => (cost[field] ? `- ${label}：${escapeLine(cost[field])}` : [])).join('\n')

function evidence({ evidence: { how, kinds } }: StoryRecord): string[] {
  const says = safeMarkdown(how)
  if (says === '')
    return kinds.length === 0 ? [] : [`${EVIDENCE_LABEL}${kinds.map((kind) => EVIDENCE_WORDS[kind]).join('，')}。`]
  const isList = /^(?:- |\d{1,9}\. )/.test(says)
  return [isList ? `${EVIDENCE_LABEL}\n\n${says}` : EVIDENCE_LABEL + says.trimStart()]
}

const isPicture = ({ mediaType }: StoryMedia) => mediaType.startsWith('image/')

function picturesIn(record: StoryRecord, copies: ReadonlyMap<string, string>, section: Section | undefined): string[] {
  return record.media.flatMap((media) => {
    const copy = copies.get(media.id)
    if (!isPicture(media) || copy === undefined || media.section !== section) return []
    const caption = captionOf(media)
    const says = alternativeText(media.alternative ?? media.caption ?? '')
    return `![${says}](sha256:${copy})${caption === '' ? '' : `\n图：${escapeLine(caption)}`}`
  })
}

/** 说明（2024-03，高岭村，王某摄）. */
export function captionOf({
  caption,
  takenOn,
  place,
  author,
}: Omit<StoryMedia, 'id' | 'sha256' | 'name' | 'size'>): string {
  const facts = [takenOn, place, author && `${author}摄`].filter((fact) => fact !== undefined && fact !== '')
  return `${caption ?? ''}${facts.length > 0 ? `（${facts.join('，')}）` : ''}`
}

const filmsIn = ({ media }: StoryRecord): string[] =>
  media
    .filter((one) => !isPicture(one))
    .map((one) => escapeText(`影音：${captionOf(one) || '一段'}，在附件里。`.replace(/\s+/gu, ' ')))

function quoteBlock({ text, by }: StoryRecord['quotes'][number]): string {
  const lines = [...escapeText(text.trim()).split('\n'), ...(by === '' ? [] : [`——${escapeLine(by)}`])]
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n')
}

function policyBlocks(policies: readonly ShownPolicy[]): string[] {
  const lines = policies
    .filter(({ title }) => title !== '')
    .map((policy) => `- ${escapeLine(citation(policy))}${policy.note ? `：${escapeLine(policy.note)}` : ''}`)
  return lines.length === 0 ? [] : [lines.join('\n')]
}

/** 《残疾人保障法》第四十八条; inner 书名号 become those that stand inside others. */
export function citation({ title, provision = '' }: Pick<ShownPolicy, 'title' | 'provision'>): string {
  const inner = title.replace(/^《(.+)》$/u, '$1').replace(/[《》]/g, (mark) => (mark === '《' ? '〈' : '〉'))
  return `《${inner}》${provision}`
}
