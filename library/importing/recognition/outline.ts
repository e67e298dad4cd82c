import { numeralClass } from './chinese-number.ts'
import { type MarkdownBlock, plainInline } from './markdown-blocks.ts'
import { follows, type ProvisionNumber, parseProvisionStart } from './provision-heading.ts'

const division = new RegExp(
  `^第[ \\u3000]*[${numeralClass}]{1,6}[ \\u3000]*(分编|编|章|节)(?=$|[ \\u3000：:]|[^，。；、的])(.*)$`,
  'u',
)
const supplementary = /^附[ \u3000]*则$/
const firstLevel = /^([一二三四五六七八九十]{1,3})、(?=\S)/
const secondLevel = /^[（(]([一二三四五六七八九十]{1,3})[）)][ \u3000]*(?=\S)/
const thirdLevel = /^(\d{1,2})[.．、](?!\d)[ \u3000]*(?=\S)/
const longestHeading = 45

/** A line such as 第三章　土地利用总体规划: its kind and its text with one full-width space. */
export function parseDivision(text: string): { kind: '编' | '分编' | '章' | '节'; text: string } | undefined {
  const line = text.trim()
  const match = division.exec(line)
  if (!match || line.length > 60 || /[。；，]$/.test(line)) return undefined
  const kind = match[1]
  if (kind !== '编' && kind !== '分编' && kind !== '章' && kind !== '节') return undefined
  const name = (match[2] ?? '').replace(/^[ \u3000：:]+/, '').trim()
  const number = line.slice(0, line.length - (match[2] ?? '').length).replace(/[ \u3000]/g, '')
  return {
    kind,
    text:
      name === '' ? number : `${number}\u3000${name.replace(/(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu, '')}`,
  }
}

/**
 * Finds the outline of a flat text: 编, 章, 节 become headings, provisions become paragraphs
 * `第六十二条　…`, and where there are none the numbered sections of notices (一、（一）1.) become headings.
 * Headings that are already there stay as they are.
 */
export function outlineFlatText(blocks: readonly MarkdownBlock[]): MarkdownBlock[] {
  const plain = blocks.map((block) => (block.type === 'paragraph' ? plainInline(block.text) : ''))
  const kinds = new Set(plain.map((text) => parseDivision(text)?.kind).filter((kind) => kind !== undefined))
  const levels = new Map(
    (['编', '分编', '章', '节'] as const).filter((kind) => kinds.has(kind)).map((kind, at) => [kind, at + 2] as const),
  )
  const provisions = markProvisions(plain)
  const bySections =
    ![...provisions.values()].some(Boolean) &&
    levels.size === 0 &&
    !blocks.some((block) => block.type === 'heading' && block.level > 1)
  const out: MarkdownBlock[] = []
  for (const [at, block] of blocks.entries()) {
    const text = plain[at] ?? ''
    if (block.type !== 'paragraph') {
      out.push(block)
      continue
    }
    const part = parseDivision(text)
    const provision = provisions.get(at)
    if (part) out.push({ type: 'heading', level: levels.get(part.kind) ?? 2, text: part.text })
    else if (supplementary.test(text) && levels.size > 0)
      out.push({ type: 'heading', level: levels.get('章') ?? 2, text: '附则' })
    else if (provision) out.push({ type: 'paragraph', text: provision })
    else if (bySections) out.push(...sectionBlocks(block, text))
    else out.push({ type: 'paragraph', text: closeReference(block.text) })
  }
  return out
}

/**
 * Markdown that has its outline already stays as it is, but for provisions whose number runs into their text:
 * they get the space that tells them from references.
 */
export function spaceProvisions(blocks: readonly MarkdownBlock[]): MarkdownBlock[] {
  const provisions = markProvisions(blocks.map((block) => (block.type === 'paragraph' ? block.text : '')))
  return blocks.map((block, at) => {
    const text = provisions.get(at)
    return block.type === 'paragraph' && text !== undefined && !parseProvisionStart(block.text)?.spaced
      ? { ...block, text }
      : block
  })
}

/** Decides which paragraphs are provisions, and gives each its printed form. */
function markProvisions(paragraphs: readonly string[]): Map<number, string> {
  const found = new Map<number, string>()
  let last: ProvisionNumber | undefined
  for (const [at, text] of paragraphs.entries()) {
    const start = parseProvisionStart(text)
    if (!start || !follows(last, start.number, start.spaced)) continue
    last = start.number
    found.set(at, start.rest === '' ? start.heading : `${start.heading}\u3000${start.rest}`)
  }
  return found
}

/** Without its space a reference at the start of a paragraph cannot be taken for a provision later. */
function closeReference(text: string): string {
  return text.replace(/^(第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)[ \t\u3000]+/, '$1')
}

function sectionBlocks(block: MarkdownBlock & { type: 'paragraph' }, text: string): MarkdownBlock[] {
  const level = firstLevel.test(text) ? 2 : secondLevel.test(text) ? 3 : thirdLevel.test(text) ? 4 : 0
  if (level === 0) return [block]
  if (text.length <= longestHeading && !/[。；;，,：:！？]/.test(text))
    return [{ type: 'heading', level, text: block.text.replace(/^(\d+)\\(?=[.)])/, '$1') }]
  // （一）加强组织领导。各地要…: the first sentence is the section's name.
  const lead = level < 4 ? /^[^。；：，,;:]{4,34}。(?=.{8})/u.exec(block.text)?.[0] : undefined
  if (!lead) return [block]
  return [
    { type: 'heading', level, text: lead.slice(0, -1) },
    { type: 'paragraph', text: block.text.slice(lead.length).trim() },
  ]
}

/**
 * Provisions that were marked as headings become paragraphs like all others, each with its text behind
 * its number; a short name in the heading stays there: 第三条　【适用范围】.
 */
export function provisionsFromHeadings(blocks: readonly MarkdownBlock[]): MarkdownBlock[] {
  const out: MarkdownBlock[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block) continue
    const start = block.type === 'heading' ? parseProvisionStart(plainInline(block.text)) : undefined
    if (!start?.spaced) {
      out.push(block)
      continue
    }
    const next = blocks[at + 1]
    const alone = start.rest === '' && next?.type === 'paragraph' && !parseProvisionStart(next.text)
    if (alone) at++
    const text = alone ? next.text : start.rest
    out.push({ type: 'paragraph', text: text === '' ? start.heading : `${start.heading}\u3000${text}` })
  }
  return out
}
