import { createHash } from 'node:crypto'
import type { DocumentCheck, Finding, FindingPlace } from '../finding.ts'
import { TemplateDocumentError } from '../template-errors.ts'
import type { CheckSurroundings } from './check-surroundings.ts'
import { isOfficial, outlineOfficial } from './layout/official-outline.ts'
import type { DocumentText, LocatedParagraph } from './reading/located-paragraph.ts'
import { openDocx } from './reading/open-docx.ts'
import { readDocument } from './reading/read-document.ts'
import { contradiction } from './rules/contradiction.ts'
import { emptyPlaceholder } from './rules/empty-placeholder.ts'
import { layout } from './rules/layout.ts'
import { otherPlace } from './rules/other-place.ts'
import { otherYear } from './rules/other-year.ts'
import { policyCitation } from './rules/policy-citation.ts'
import type { Fault, Rule, RuleInput } from './rules/rule.ts'

const RULES: readonly Rule[] = [emptyPlaceholder, otherPlace, otherYear, policyCitation, contradiction, layout]

export interface CheckOptions {
  /** The file's name, for the answer. */
  readonly file?: string | undefined
  /** Says whether this is an official document; recognised when left out. */
  readonly official?: boolean | undefined
}

/**
 * Checks a document for what was left over, contradicts itself, cites what no longer holds, or is laid out wrong.
 * Findings come in reading order, those about the whole document first.
 * @throws {TemplateDocumentError} broken, encrypted, an old .doc, with macros, or far too large
 */
export async function checkDocument(
  docx: Uint8Array,
  surroundings: CheckSurroundings,
  options: CheckOptions = {},
): Promise<DocumentCheck> {
  const began = performance.now()
  const document = readUnlessTooLong(docx)
  const official = options.official ?? (document !== undefined && isOfficial(outlineOfficial(document)))
  const faults: Fault[] = document ? [] : [tooLong]
  if (document) for (const rule of RULES) faults.push(...(await run(rule, { document, surroundings, official })))
  const findings = number(faults, document?.paragraphs ?? [])
  return {
    file: options.file ?? '',
    official,
    findings,
    must: findings.filter((finding) => finding.severity === 'must').length,
    should: findings.filter((finding) => finding.severity === 'should').length,
    tookMs: Math.round(performance.now() - began),
  }
}

const tooLong: Fault = {
  rule: 'check-not-run',
  severity: 'should',
  says: '这份文档太长，没有检查。',
  why: '一次检查会占用太多内存；分成几份就能检查。',
}

function readUnlessTooLong(docx: Uint8Array): DocumentText | undefined {
  try {
    return readDocument(openDocx(docx, { onlyRead: true }))
  } catch (error) {
    if (error instanceof TemplateDocumentError && error.code === 'TEMPLATE_DOCUMENT_TOO_LONG') return undefined
    throw error
  }
}

/** A rule that fails says so instead of taking the others with it. */
async function run(rule: Rule, input: RuleInput): Promise<readonly Fault[]> {
  try {
    return await rule.find(input)
  } catch (error) {
    const says = `“${rule.title}”这一项没有查成，其余各项都查了。`
    return [
      { rule: 'check-not-run', severity: 'should', says, why: error instanceof Error ? error.message : undefined },
    ]
  }
}

/** In reading order, each with an id that stays as long as the document does. */
function number(faults: readonly Fault[], paragraphs: readonly LocatedParagraph[]): Finding[] {
  const order = new Map(paragraphs.map((paragraph, index) => [paragraph, index]))
  const at = (fault: Fault) => (fault.paragraph ? (order.get(fault.paragraph) ?? 0) : -1)
  const sorted = [...faults].sort((a, b) => at(a) - at(b) || (a.start ?? 0) - (b.start ?? 0))
  const taken = new Map<string, number>()
  return sorted.map((fault) => {
    const place = placeOf(fault)
    const digest = createHash('sha256')
      .update(JSON.stringify([fault.rule, place, fault.says]))
      .digest('hex')
      .slice(0, 12)
    const again = taken.get(digest) ?? 0
    taken.set(digest, again + 1)
    const { rule, severity, says, why, repair, related, layoutRepair } = fault
    return {
      id: [
        layoutRepair === undefined ? rule : `layout/${layoutRepair}`,
        again === 0 ? digest : `${digest}-${again}`,
      ].join(':'),
      rule,
      severity,
      says,
      ...(why !== undefined && { why }),
      place,
      ...(repair && { repair }),
      ...(related && { related }),
    }
  })
}

function placeOf({ paragraph, start = 0, end = paragraph?.text.length ?? 0 }: Fault): FindingPlace {
  if (!paragraph) return { type: 'whole' }
  const { part, number, text } = paragraph
  return {
    type: 'document',
    part,
    paragraph: number,
    start,
    end,
    quote: text.slice(start, end),
    context: around(text, start, end),
  }
}

/** Characters shown before and after what was found. */
const AROUND = 16

function around(text: LocatedParagraph['text'], start: number, end: number): string {
  const from = Math.max(0, start - AROUND)
  const until = Math.min(text.length, end + AROUND)
  // A rare character is not cut in two.
  const shown = text.slice(from, until).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
  return `${from > 0 ? '…' : ''}${shown}${until < text.length ? '…' : ''}`.replace(/[\t\n]/g, ' ')
}
