import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom'
import PizZip from 'pizzip'
import { openDocx, refuseTooLong } from '../document/open-docx.ts'
import { documentRefusals } from '../template-errors.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const BODY = 'word/document.xml'
const RELATIONS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'

/**
 * A document with a sheet behind it, on paper of its own and without the document's headers and footers.
 * @param sheet laid out by itself, without styles, pictures or lists
 * @throws {TemplateDocumentError} when the document cannot be read
 */
export function appendSheet(docx: Uint8Array, sheet: Uint8Array): Uint8Array {
  const zip = openDocx(docx)
  const document = parse(zip, BODY)
  const body = children(document, 'body')[0]
  const appended = children(parse(new PizZip(sheet), BODY), 'body')[0]
  if (!body || !appended) throw documentRefusals.broken()

  closeSection(document, body)
  for (const node of [...elements(appended)]) body.appendChild(document.importNode(node, true))
  const last = lastSection(body)
  if (last) withoutHeaders(document, last)
  for (const element of elementsWithin(body, appended)) plainly(element)
  zip.file(BODY, new XMLSerializer().serializeToString(document))
  addEmptyParts(zip)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** What follows begins on a page of its own: the body's own section goes into its last paragraph. */
function closeSection(document: Document, body: Element): void {
  const section = lastSection(body) ?? document.createElementNS(W, 'w:sectPr')
  if (section.parentNode) body.removeChild(section)
  let last = elements(body).at(-1)
  if (last?.localName !== 'p' || children(last, 'sectPr').length > 0) {
    last = document.createElementNS(W, 'w:p')
    body.appendChild(last)
  }
  let properties = elements(last).find(({ localName }) => localName === 'pPr')
  if (!properties) {
    properties = document.createElementNS(W, 'w:pPr')
    last.insertBefore(properties, last.firstChild)
  }
  const change = elements(properties).find(({ localName }) => localName === 'pPrChange')
  properties.insertBefore(section, change ?? null)
}

const lastSection = (body: Element): Element | undefined => {
  const last = elements(body).at(-1)
  return last?.localName === 'sectPr' ? last : undefined
}

/** A section without headers of its own would have those before it. */
function withoutHeaders(document: Document, section: Element): void {
  const first = section.firstChild
  for (const part of ['header', 'footer'] as const) {
    for (const type of ['default', 'first', 'even']) {
      const reference = document.createElementNS(W, `w:${part}Reference`)
      reference.setAttributeNS(W, 'w:type', type)
      reference.setAttributeNS(R, 'r:id', relationOf(part))
      section.insertBefore(reference, first)
    }
  }
  const type = document.createElementNS(W, 'w:type')
  type.setAttributeNS(W, 'w:val', 'nextPage')
  for (const old of children(section, 'type')) section.removeChild(old)
  section.insertBefore(type, first?.parentNode === section ? first : null)
}

/** The document's ordinary style may count in characters and lines, which goes before lengths. */
function plainly(element: Element): void {
  if (element.localName === 'ind') {
    for (const name of ['firstLineChars', 'leftChars', 'rightChars']) element.setAttributeNS(W, `w:${name}`, '0')
  }
  if (element.localName === 'spacing' && element.parentNode?.nodeName === 'w:pPr') {
    for (const name of ['beforeLines', 'afterLines', 'beforeAutospacing', 'afterAutospacing']) {
      element.setAttributeNS(W, `w:${name}`, '0')
    }
  }
}

/** The elements of the appended nodes, which are the last of the body. */
function* elementsWithin(body: Element, appended: Element): Generator<Element> {
  const count = elements(appended).length
  for (const node of elements(body).slice(-count)) yield* [...node.getElementsByTagNameNS(W, '*')]
}

function addEmptyParts(zip: PizZip): void {
  const relations: string[] = []
  const types: string[] = []
  for (const part of ['header', 'footer'] as const) {
    const name = `xinhuo-empty-${part}.xml`
    const tag = part === 'header' ? 'hdr' : 'ftr'
    zip.file(
      `word/${name}`,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${tag} xmlns:w="${W}"><w:p/></w:${tag}>`,
    )
    relations.push(`<Relationship Id="${relationOf(part)}" Type="${R}/${part}" Target="${name}"/>`)
    types.push(
      `<Override PartName="/word/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml"/>`,
    )
  }
  const none = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  insert(zip, RELATIONS, zip.file(RELATIONS)?.asText() ?? none, relations)
  insert(zip, TYPES, zip.file(TYPES)?.asText() ?? '', types)
}

/** Puts elements at the end of a part's root. */
function insert(zip: PizZip, path: string, xml: string, added: readonly string[]): void {
  const open = xml.replace(/(<(?:\w+:)?Relationships\b[^>]*)\/>\s*$/, '$1></Relationships>')
  const end = open.lastIndexOf('</')
  zip.file(path, `${open.slice(0, end)}${added.join('')}${open.slice(end)}`)
}

const relationOf = (part: 'header' | 'footer') => `rIdXinhuoEmpty${part}`

function parse(zip: PizZip, path: string): Document {
  const xml = zip.file(path)?.asText()
  if (xml === undefined) throw documentRefusals.broken()
  refuseTooLong(xml)
  try {
    return new DOMParser({ onError: () => {} }).parseFromString(xml, 'text/xml')
  } catch (error) {
    throw documentRefusals.broken(error)
  }
}

const elements = (node: Node): Element[] =>
  [...(node.childNodes as Iterable<Node>)].filter((child): child is Element => child.nodeType === 1)

const children = (node: Document | Element, localName: string): Element[] => [
  ...node.getElementsByTagNameNS(W, localName),
]
