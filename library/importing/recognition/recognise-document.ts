import { findContentsList } from './contents-list.ts'
import { wholeDocumentNumber } from './document-number.ts'
import { effectiveWhenIssued, findEffectiveDate, findExpiryDate } from './effective-date.ts'
import { isEnactmentLine, readEnactment } from './enactment.ts'
import { issuerOfTitle, joinOrgans, splitOrgans } from './issuer.ts'
import { joinBlocks, type MarkdownBlock, plainInline, splitBlocks } from './markdown-blocks.ts'
import { outlineFlatText, parseDivision, provisionsFromHeadings, spaceProvisions } from './outline.ts'
import { findSignature } from './signature.ts'
import { cleanTitle, joinTitleLines, splitTitleDate, titleFromFileName } from './title.ts'
import { findTitleLines, looksLikeTitle } from './title-lines.ts'

/** What recognition starts from. */
export interface RecognitionInput {
  /** The file's name, or its path within the import. */
  readonly name: string
  /** Normalised Markdown. */
  readonly markdown: string
  /** True for text whose outline was typed rather than marked: txt, doc, pdf, most docx. */
  readonly flat: boolean
  /** A title that the file states apart from its text. */
  readonly title?: string | undefined
}

/** What the text says about itself, and the text without what is now said apart. */
export interface Recognised {
  readonly title: string
  readonly issuer?: string
  readonly documentNumber?: string
  readonly issuedOn?: string
  readonly effectiveFrom?: string
  readonly expiresOn?: string
  readonly body: string
}

interface Head {
  readonly title?: string
  readonly titleBlocks: readonly MarkdownBlock[]
  /** True when the title is set as one, not guessed from the first lines. */
  readonly marked: boolean
  readonly documentNumber?: string
  readonly letterhead?: string
  /** Lines about how the text came to be. */
  readonly statements: readonly string[]
  /** Lines above the text that may end in a signature. */
  readonly signed?: readonly string[]
  readonly blocks: readonly MarkdownBlock[]
}

const infoEnd = /^<!--\s*INFO END\s*-->$/m

/** Recognises title, issuer, document number, dates and outline of a document. Pure: the same text always reads the same. */
export function recogniseDocument(input: RecognitionInput): Recognised {
  const named = titleFromFileName(input.name)
  const head = readHead(input, named.meaningless)
  const chosen = chooseTitle(input.title, head, named)
  const { title, issuedOn: titleDate } = splitTitleDate(chosen)
  // Lines that are not the title after all, or all there is, belong to the text.
  const kept = chosen === head.title && head.blocks.length > 0 ? [] : head.titleBlocks
  const blocks = withOutline(provisionsFromHeadings([...kept, ...head.blocks]), input.flat)
  const paragraphs = blocks.flatMap((block) => (block.type === 'paragraph' ? [plainInline(block.text)] : []))
  const enactment = readEnactment(head.statements)
  const signature = { ...findSignature(head.signed ?? []), ...findSignature(mainPart(paragraphs).slice(-12)) }
  const issuedOn = named.issuedOn ?? titleDate ?? enactment.issuedOn ?? signature.issuedOn
  const effectiveFrom = chooseEffective(paragraphs, enactment.effectiveFrom, enactment.amended, issuedOn)
  const issuer =
    enactment.issuer ??
    signature.issuer ??
    issuerOfTitle(title) ??
    (head.letterhead ? joinOrgans(splitOrgans(head.letterhead)) : undefined)
  const documentNumber = enactment.documentNumber ?? head.documentNumber
  const expiresOn = findExpiryDate(paragraphs.slice(-20))
  return {
    title,
    body: joinBlocks(blocks),
    ...(issuer && { issuer }),
    ...(documentNumber && { documentNumber }),
    ...(issuedOn && { issuedOn }),
    ...(effectiveFrom && { effectiveFrom }),
    ...(expiresOn && (!effectiveFrom || expiresOn > effectiveFrom) && { expiresOn }),
  }
}

function readHead(input: RecognitionInput, needsTitle: boolean): Head {
  const marker = infoEnd.exec(input.markdown)
  if (marker)
    return readInfo(input.markdown.slice(0, marker.index), input.markdown.slice(marker.index + marker[0].length))
  const blocks = splitBlocks(input.markdown)
  const marked = leadingTitles(blocks)
  if (marked.length > 0) {
    const rest = blocks.slice(marked.length)
    return {
      title: joinTitleLines(marked, ' '),
      marked: true,
      titleBlocks: blocks.slice(0, marked.length),
      ...aboveText(rest, input.flat),
    }
  }
  return input.flat || (needsTitle && !input.title)
    ? readFlatHead(blocks)
    : { marked: false, titleBlocks: [], ...aboveText(blocks, false) }
}

/** Everything before `<!-- INFO END -->` is about the text; what is not its title stays as a first paragraph. */
function readInfo(info: string, text: string): Head {
  const blocks = splitBlocks(info)
  const titleBlocks = blocks.filter((block) => block.type === 'heading' && block.level === 1)
  const title = joinTitleLines(
    blocks.flatMap((block) => (block.type === 'heading' && block.level === 1 ? [block.text] : [])),
    ' ',
  )
  const lines = blocks
    .flatMap((block) => (block.type === 'heading' ? (block.level === 1 ? [] : [block.text]) : block.text.split('\n')))
    .map((line) => line.trim().replace(/\\$/, ''))
    .filter((line) => line !== '' && !/^<!--.*-->$/.test(line))
  const first: MarkdownBlock[] = lines.length === 0 ? [] : [{ type: 'paragraph', text: lines.join('\u3000') }]
  const rest = aboveText(splitBlocks(text), false)
  const number = lines.map(wholeDocumentNumber).find((found) => found !== undefined) ?? rest.documentNumber
  return {
    ...(title && { title }),
    marked: true,
    titleBlocks,
    ...(number && { documentNumber: number }),
    statements: [...rejoinStatements(lines), ...rest.statements],
    signed: lines,
    blocks: [...first, ...rest.blocks],
  }
}

/** A statement broken over lines goes on where the next line brings no date of its own. */
function rejoinStatements(lines: readonly string[]): string[] {
  const out: string[] = []
  for (const line of lines) {
    const starts = /^[（(]?(?:根据)?\s*[\d０-９〇一二三四五六七八九十]{4}\s*[年-]/.test(line)
    const last = out.at(-1) ?? ''
    if (starts || out.length === 0) out.push(line)
    else out[out.length - 1] = `${last}${openTitle(last) ? '' : '、'}${line}`
  }
  return out
}

/** True when a 《 has not been closed yet. */
function openTitle(text: string): boolean {
  return text.lastIndexOf('《') > text.lastIndexOf('》')
}

/** Level-one headings at the very top are the title; a second one joins it unless it begins the text's own parts. */
function leadingTitles(blocks: readonly MarkdownBlock[]): string[] {
  const titles: string[] = []
  for (const block of blocks) {
    if (block.type !== 'heading' || block.level !== 1 || titles.length === 2) break
    const text = cleanTitle(plainInline(block.text))
    if (text === '' || (titles.length > 0 && (parseDivision(text)?.kind ?? '编') !== '编')) break
    if (/^[一二三四五六七八九十]+、/.test(text)) break
    titles.push(text)
  }
  // A text whose parts are all level one has a first part there, not a second line of its title.
  const others = blocks.slice(titles.length).some((block) => block.type === 'heading' && block.level === 1)
  return titles.length === 2 && others ? titles.slice(0, 1) : titles
}

/** Statements and a document number between title and text; the statements stay in the text. */
function aboveText(blocks: readonly MarkdownBlock[], flat: boolean): Omit<Head, 'title' | 'titleBlocks' | 'marked'> {
  const statements: string[] = []
  let documentNumber: string | undefined
  const kept: MarkdownBlock[] = []
  let at = 0
  for (; at < Math.min(blocks.length, 8); at++) {
    const block = blocks[at]
    if (block?.type !== 'paragraph') break
    const lines = block.text.split('\n').map((line) => plainInline(line.replace(/\\$/, '')))
    const number = lines.length === 1 ? wholeDocumentNumber(lines[0] ?? '') : undefined
    if (number) {
      documentNumber ??= number
      if (!flat) kept.push(block)
      continue
    }
    if (!isEnactmentLine(lines.join(''))) break
    statements.push(lines.join(''))
    kept.push(block)
  }
  return { statements, blocks: [...kept, ...blocks.slice(at)], ...(documentNumber && { documentNumber }) }
}

function readFlatHead(blocks: readonly MarkdownBlock[]): Head {
  const opening = blocks.findIndex((block) => block.type !== 'paragraph')
  const flat = blocks.slice(0, opening < 0 ? blocks.length : opening)
  const lines = flat.slice(0, 20).map((block) => plainInline(block.text.replaceAll('\\\n', '\n')).replaceAll('\n', ''))
  const found = findTitleLines(lines)
  const rest = blocks.filter((_, at) => !found.used.has(at) && !found.titleLines.has(at))
  const above = aboveText(rest, true)
  const number = found.documentNumber ?? above.documentNumber
  return {
    ...above,
    marked: false,
    titleBlocks: blocks.filter((_, at) => found.titleLines.has(at)),
    ...(found.title && { title: found.title }),
    ...(found.letterhead && { letterhead: found.letterhead }),
    ...(number && { documentNumber: number }),
  }
}

function chooseTitle(stated: string | undefined, head: Head, named: { title: string; meaningless: boolean }): string {
  const clean = stated === undefined ? '' : cleanTitle(stated)
  if (clean !== '') return shorten(clean)
  const found = head.title
  if (!found || found.length > 500) return named.title
  // A first line that only could be a title gives way to a file name that surely is one.
  const guessed = !head.marked && !looksLikeTitle(found) && found.length > 40
  return guessed && !named.meaningless ? named.title : found
}

function shorten(title: string): string {
  return title.slice(0, 500).replace(/[\uD800-\uDBFF]$/, '')
}

function withOutline(blocks: readonly MarkdownBlock[], flat: boolean): MarkdownBlock[] {
  const plain = blocks.map((block) => (block.type === 'other' ? '' : plainInline(block.text)))
  const contents = findContentsList(plain)
  const kept = flat ? blocks.filter((_, at) => !contents.has(at)) : [...blocks]
  const unmarked =
    !kept.some((block) => block.type === 'heading') &&
    kept.some((block) => block.type === 'paragraph' && parseDivision(plainInline(block.text)))
  return flat || unmarked ? outlineFlatText(kept) : spaceProvisions(kept)
}

/** Annexes come after the signature; the main part ends where the first one begins. */
function mainPart(paragraphs: readonly string[]): readonly string[] {
  const annex = paragraphs.findIndex(
    (text, at) => at > 2 && /^附件[\s\u3000]*[\d一二三四五六七八九十]*[：:]?$/.test(text),
  )
  return annex < 0 ? paragraphs : paragraphs.slice(0, annex)
}

function chooseEffective(
  paragraphs: readonly string[],
  stated: string | undefined,
  amended: boolean,
  issuedOn: string | undefined,
): string | undefined {
  const found = stated ?? findEffectiveDate(paragraphs)
  // After an amendment the old first day says nothing about this version, and a day long before the date is an old one too.
  if (found) return issuedOn && found < (amended ? issuedOn : daysBefore(issuedOn, 31)) ? undefined : found
  return issuedOn && !amended && effectiveWhenIssued(paragraphs.slice(-30)) ? issuedOn : undefined
}

function daysBefore(iso: string, days: number): string {
  return new Date(Date.parse(iso) - days * 86_400_000).toISOString().slice(0, 10)
}
