import { DOMParser, type Element } from '@xmldom/xmldom'

const ATOM = 'http://www.w3.org/2005/Atom'
const TOMBSTONES = 'http://purl.org/atompub/tombstones/1.0'
const HISTORY = 'http://purl.org/syndication/history/1.0'
/** RFC 3339 with upper-case T and Z, as RFC 4287 §3.3 wants it. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
/** A scheme and something after it (RFC 3986 §4.3): ids are never relative (RFC 4287 §4.2.6). */
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/

/** How often an element may stand in a feed and in an entry (RFC 4287 §4.1.1, §4.1.2). */
const IN_FEED = {
  author: [0, 99],
  category: [0, 99],
  contributor: [0, 99],
  generator: [0, 1],
  icon: [0, 1],
  id: [1, 1],
  link: [0, 99],
  logo: [0, 1],
  rights: [0, 1],
  subtitle: [0, 1],
  title: [1, 1],
  updated: [1, 1],
  entry: [0, 9999],
} as const
const IN_ENTRY = {
  author: [0, 99],
  category: [0, 99],
  content: [0, 1],
  contributor: [0, 99],
  id: [1, 1],
  link: [0, 99],
  published: [0, 1],
  rights: [0, 1],
  source: [0, 1],
  summary: [0, 1],
  title: [1, 1],
  updated: [1, 1],
} as const

/** Parses XML and throws at anything that is not well-formed. */
export function parseXml(text: string) {
  const faults: string[] = []
  const document = new DOMParser({
    onError: (level, message) => void (level === 'warning' || faults.push(`${level}: ${message}`)),
  }).parseFromString(text, 'text/xml')
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return document
}

export const childrenOf = (element: Element, name?: string, namespace = ATOM): Element[] =>
  [...element.childNodes].filter(
    (node): node is Element =>
      node.nodeType === 1 && (name === undefined || (node.localName === name && node.namespaceURI === namespace)),
  )

export const textOf = (element: Element, name: string): string =>
  childrenOf(element, name)[0]?.textContent?.trim() ?? ''

/** What is wrong with an Atom feed document by RFC 4287, RFC 5005 and RFC 6721; empty when nothing is. */
export function faultsOfAtom(text: string): string[] {
  const feed = parseXml(text).documentElement
  if (feed?.localName !== 'feed' || feed.namespaceURI !== ATOM) return ['the root is no atom:feed']
  const faults: string[] = []
  const say = (where: string, what: string) => faults.push(`${where}: ${what}`)
  cardinality(feed, IN_FEED, 'feed', say)
  common(feed, 'feed', say)
  const hasAuthor = childrenOf(feed, 'author').length > 0
  const rels = childrenOf(feed, 'link').map((link) => `${link.getAttribute('rel')} ${link.getAttribute('type')}`)
  if (!rels.some((rel) => rel.startsWith('self '))) say('feed', 'no link to itself (§4.1.1)')
  const seen = new Set<string>()
  for (const entry of childrenOf(feed, 'entry')) {
    const id = textOf(entry, 'id')
    const where = `entry ${id}`
    cardinality(entry, IN_ENTRY, where, say)
    common(entry, where, say)
    if (!hasAuthor && childrenOf(entry, 'author').length === 0) say(where, 'no author (§4.1.2)')
    if (seen.has(id)) say(where, 'the id stands twice (§4.1.1)')
    seen.add(id)
    const links = childrenOf(entry, 'link')
    const alternates = links.filter((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate')
    if (childrenOf(entry, 'content').length === 0 && alternates.length === 0)
      say(where, 'neither content nor alternate')
    const kinds = alternates.map((link) => `${link.getAttribute('type')} ${link.getAttribute('hreflang')}`)
    if (new Set(kinds).size < kinds.length) say(where, 'two alternates of one kind (§4.1.2)')
    for (const published of childrenOf(entry, 'published')) date(published.textContent ?? '', where, say)
  }
  for (const gone of childrenOf(feed, 'deleted-entry', TOMBSTONES)) {
    const ref = gone.getAttribute('ref') ?? ''
    if (!URI.test(ref)) say('tombstone', `ref is no URI: ${ref}`)
    if (seen.has(ref)) say('tombstone', `${ref} stands as an entry too`)
    date(gone.getAttribute('when') ?? '', 'tombstone', say)
  }
  const isArchive = childrenOf(feed, 'archive', HISTORY).length > 0
  const linked = (rel: string) => childrenOf(feed, 'link').some((link) => link.getAttribute('rel') === rel)
  if (isArchive && !linked('current')) say('feed', 'an archive without its subscription document (RFC 5005 §4)')
  return faults
}

type Say = (where: string, what: string) => void

function cardinality(
  element: Element,
  allowed: Readonly<Record<string, readonly [number, number]>>,
  where: string,
  say: Say,
): void {
  for (const [name, [least, most]] of Object.entries(allowed)) {
    const count = childrenOf(element, name).length
    if (count < least || count > most) say(where, `${count} of ${name}`)
  }
  for (const child of childrenOf(element)) {
    if (child.namespaceURI === ATOM && !((child.localName ?? '') in allowed))
      say(where, `no place for ${child.localName}`)
  }
}

function common(element: Element, where: string, say: Say): void {
  if (!URI.test(textOf(element, 'id'))) say(where, `the id is no URI: ${textOf(element, 'id')}`)
  if (textOf(element, 'title') === '') say(where, 'an empty title')
  date(textOf(element, 'updated'), where, say)
  for (const author of childrenOf(element, 'author'))
    if (textOf(author, 'name') === '') say(where, 'an author without a name')
  for (const link of childrenOf(element, 'link')) if (!link.getAttribute('href')) say(where, 'a link without href')
  for (const category of childrenOf(element, 'category'))
    if (!category.getAttribute('term')) say(where, 'a category without term')
  for (const name of ['title', 'subtitle', 'summary', 'content']) {
    for (const text of childrenOf(element, name)) {
      if (!['text', 'html', 'xhtml'].includes(text.getAttribute('type') ?? 'text')) say(where, `the type of ${name}`)
      if (text.getAttribute('type') !== 'xhtml' && childrenOf(text).length > 0) say(where, `elements inside ${name}`)
    }
  }
}

function date(text: string, where: string, say: Say): void {
  if (!DATE.test(text) || Number.isNaN(Date.parse(text))) say(where, `no date: ${text}`)
}
