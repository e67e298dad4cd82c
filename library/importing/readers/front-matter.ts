import { parse } from 'yaml'
import { z } from 'zod'
import { ItemKind } from '../../items/item-kind.ts'
import { IsoDate, SourceWork } from '../../items/revision.schema.ts'
import { toIsoDate } from '../recognition/chinese-date.ts'
import { wholeDocumentNumber } from '../recognition/document-number.ts'
import { mediaTypeOf } from './media-type.ts'
import type { ParsedAttachment, ParsedDocument } from './parsed-document.ts'
import { refuse } from './unreadable-file-error.ts'

/** What front matter states about a document; the rest is left to recognition. */
export type FrontMatterFields = Omit<Partial<ParsedDocument>, 'body' | 'blobs' | 'native' | 'warnings'>

/** Front matter read: its fields, whether they are in our own form, and the text after it. */
export interface FrontMatter {
  readonly native: boolean
  readonly fields: FrontMatterFields
  readonly unknown: readonly string[]
  readonly text: string
}

const words = z.array(z.string().trim().min(1)).nullish()
const name = z.string().trim().min(1).nullish()
const date = IsoDate.nullish()

const NativeAttachment = z.union([
  z
    .string()
    .min(1)
    .transform((path) => ({ path, name: undefined, mediaType: undefined })),
  z.object({
    path: z.string().min(1).optional(),
    name: z.string().min(1).optional(),
    mediaType: z.string().min(1).optional(),
  }),
])

const NativeFields = z.object({
  kind: ItemKind.optional(),
  identifier: name,
  title: z.string().trim().min(1).max(500),
  alternative: words,
  label: name,
  issuer: name,
  documentNumber: name,
  issuedOn: date,
  effectiveFrom: date,
  repealedOn: date,
  expiresOn: date,
  topics: words,
  posts: words,
  places: words,
  description: name,
  sources: z.array(SourceWork).nullish(),
  recordedAt: z.iso.datetime().nullish(),
  attachments: z.array(NativeAttachment).nullish(),
  pictures: z.array(NativeAttachment).nullish(),
})

/** Other tools' names, and Chinese ones, for the fields we keep. */
const foreignNames = {
  title: ['title', '标题', '题名', '名称'],
  issuer: ['issuer', 'publisher', 'organization', 'author', '发文机关', '发文单位', '发布机构', '制定机关', '来源'],
  documentNumber: ['documentNumber', 'number', '发文字号', '文号'],
  issuedOn: [
    'issuedOn',
    'issued',
    'date',
    'published',
    'created',
    '成文日期',
    '发布日期',
    '发文日期',
    '公布日期',
    '日期',
  ],
  effectiveFrom: ['effectiveFrom', 'effective', 'valid', '施行日期', '生效日期', '实施日期'],
  repealedOn: ['repealedOn', '废止日期'],
  expiresOn: ['expiresOn', 'expires', '有效期至', '失效日期'],
  topics: ['topics', 'tags', 'keywords', 'categories', '主题', '主题词', '关键词', '标签'],
  description: ['description', 'summary', 'abstract', '摘要', '简介'],
} as const

/**
 * Reads YAML front matter (`---` lines at the very top), ours (`xinhuo: 1`) or another tool's.
 * @returns undefined when the text has none, or what looks like it is not a YAML mapping
 * @throws {UnreadableFileError} FILE_FRONT_MATTER when it is ours and wrong
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const match = /^---[ \t]*\n([\s\S]{0,200000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (!match) return undefined
  const source = match[1] ?? ''
  const rest = text.slice(match[0].length)
  const claimsNative = /^xinhuo[ \t]*:/m.test(source)
  let value: unknown
  try {
    value = parse(source, { schema: 'core', maxAliasCount: 20, logLevel: 'error' })
  } catch (cause) {
    if (claimsNative) throw refuse('FILE_FRONT_MATTER', { why: '登记信息不是合格的 YAML。', cause })
    return undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const fields = new Map(Object.entries(value))
  if (!fields.has('xinhuo')) return { native: false, fields: foreignFields(fields), unknown: [], text: rest }
  if (fields.get('xinhuo') !== 1) {
    throw refuse('FILE_FRONT_MATTER', { why: '这是更新版本的薪火导出的文件。', todo: '请先更新薪火再导入。' })
  }
  return { native: true, fields: nativeFields(value), unknown: unknownNames(fields), text: rest }
}

function nativeFields(value: unknown): FrontMatterFields {
  const parsed = NativeFields.safeParse(value)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join('、')
    throw refuse('FILE_FRONT_MATTER', { why: `这些项目不对：${names}。`, cause: parsed.error })
  }
  const { attachments, pictures, sources, ...plain } = parsed.data
  return {
    ...withoutEmpty(plain),
    title: parsed.data.title,
    ...(sources && sources.length > 0 && { sources }),
    attachments: (attachments ?? []).map(nativeFile),
    ...(pictures && pictures.length > 0 && { pictures: pictures.map(nativeFile) }),
  }
}

function nativeFile(one: z.infer<typeof NativeAttachment>): ParsedAttachment {
  const path = one.path ?? one.name
  if (path === undefined) throw refuse('FILE_FRONT_MATTER', { why: '附件没有写文件名。' })
  const shown = one.name ?? path.split('/').at(-1) ?? path
  return { path, name: shown, mediaType: one.mediaType ?? mediaTypeOf(path) }
}

function withoutEmpty(
  fields: Omit<z.infer<typeof NativeFields>, 'attachments' | 'pictures' | 'sources'>,
): FrontMatterFields {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept)
}

function unknownNames(fields: ReadonlyMap<string, unknown>): string[] {
  const known = new Set([...Object.keys(NativeFields.shape), 'xinhuo', 'format', 'revision', 'provenance'])
  return [...fields.keys()].filter((key) => !known.has(key))
}

function foreignFields(fields: ReadonlyMap<string, unknown>): FrontMatterFields {
  const lower = new Map([...fields].map(([key, value]) => [key.toLowerCase(), value]))
  const text = (names: readonly string[]) => {
    const value = names
      .map((one) => lower.get(one.toLowerCase()))
      .find((one) => one !== undefined && one !== null && one !== '')
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined
  }
  const day = (names: readonly string[]) => {
    const found = /(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})/.exec(text(names) ?? '')
    return found ? toIsoDate(found[1], found[2], found[3]) : undefined
  }
  const topics = foreignNames.topics
    .map((one) => lower.get(one.toLowerCase()))
    .find((one) => one !== undefined && one !== null)
  const list = (Array.isArray(topics) ? topics : typeof topics === 'string' ? topics.split(/[,，、;；\s]+/) : [])
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map((one) => String(one).trim())
    .filter((one) => one !== '')
  const number = text(foreignNames.documentNumber)
  const known = {
    title: text(foreignNames.title)?.slice(0, 500),
    issuer: text(foreignNames.issuer),
    documentNumber: number && (wholeDocumentNumber(number) ?? number),
    issuedOn: day(foreignNames.issuedOn),
    effectiveFrom: day(foreignNames.effectiveFrom),
    repealedOn: day(foreignNames.repealedOn),
    expiresOn: day(foreignNames.expiresOn),
    description: text(foreignNames.description),
    topics: list.length > 0 ? list : undefined,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== ''))
}
