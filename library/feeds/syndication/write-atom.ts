import { type AtomFeed, generateAtomFeed } from 'feedsmith'
import type { FeedEntry } from '../feed-view.ts'
import { entryTitle } from './entry-html.ts'
import type { FeedSource } from './feed-source.ts'
import type { FeedWindows } from './feed-windows.ts'
import { tightCdata, xmlLine, xmlText } from './xml-text.ts'

export const ATOM_FILE = 'feed.atom'
const archiveFile = (number: number) => `feed-archive-${String(number).padStart(4, '0')}.atom`

/** RFC 5005 and RFC 6721, whose elements the generator does not know. */
const NAMESPACES =
  'xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:at="http://purl.org/atompub/tombstones/1.0"'

/**
 * Atom 1.0 (RFC 4287): the subscription document and, once there are many entries, paged and archived documents
 * (RFC 5005). An archive whose next one has begun stays as it is, byte for byte, until a story in it is corrected
 * or withdrawn: then the old text goes from there too. Withdrawals are tombstones (RFC 6721) besides entries.
 */
export function writeAtom(
  source: FeedSource,
  { subscription, archives }: FeedWindows,
): { path: string; text: string }[] {
  const link = (rel: string, file: string) => ({ rel, href: source.at(file), type: 'application/atom+xml' })
  const last = archives.length
  const older = last > 1 ? archiveFile(last - 1) : undefined
  const current = document(source, subscription, {
    updated: source.updated,
    links: [
      link('self', ATOM_FILE),
      { rel: 'alternate', href: source.at('index.html'), type: 'text/html' },
      ...(older
        ? [link('first', ATOM_FILE), link('last', archiveFile(1)), link('next', older), link('prev-archive', older)]
        : []),
    ],
    tombstones: source.edition.entries.filter((entry) => source.withdrawalOf(entry)),
    archive: false,
  })
  const documents = archives.map((entries, index) => {
    const number = index + 1
    const isFull = number < last
    return {
      path: archiveFile(number),
      text: document(source, entries, {
        updated: entries.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), ''),
        links: [
          link('self', archiveFile(number)),
          link('current', ATOM_FILE),
          link('first', ATOM_FILE),
          link('last', archiveFile(1)),
          ...(number > 1 ? [link('next', archiveFile(number - 1)), link('prev-archive', archiveFile(number - 1))] : []),
          link('previous', isFull ? archiveFile(number + 1) : ATOM_FILE),
          ...(isFull ? [link('next-archive', archiveFile(number + 1))] : []),
        ],
        tombstones: entries.filter((entry) => source.withdrawalOf(entry)),
        archive: isFull,
      }),
    }
  })
  return [{ path: ATOM_FILE, text: current }, ...documents]
}

interface DocumentParts {
  readonly updated: string
  readonly links: AtomFeed.Link<string>[]
  readonly tombstones: readonly FeedEntry[]
  readonly archive: boolean
}

function document(source: FeedSource, entries: readonly FeedEntry[], parts: DocumentParts): string {
  const { definition, uri } = source.edition
  const subtitle = xmlLine(definition.subtitle)
  const generated = generateAtomFeed({
    id: uri,
    title: { value: source.title, type: 'text' },
    ...(subtitle && { subtitle: { value: subtitle, type: 'text' } }),
    updated: parts.updated,
    authors: [{ name: source.publisher }],
    generator: { text: '薪火' },
    links: parts.links,
    entries: entries.filter((entry) => !source.withdrawalOf(entry)).map((entry) => atomEntry(source, entry)),
    xml: { lang: 'zh-CN' },
  })
  const xml = tightCdata(generated)
  const tombstones = parts.tombstones.map((entry) => tombstone(source, entry)).join('')
  const marks = parts.archive ? '  <fh:archive/>\n' : ''
  const end = xml.lastIndexOf('</feed>')
  return `${xml.slice(0, end).replace('<feed ', `<feed ${NAMESPACES} `)}${marks}${tombstones}${xml.slice(end).trim()}\n`
}

function atomEntry(source: FeedSource, entry: FeedEntry): AtomFeed.Entry<string> {
  const summary = entry.type === 'story' ? undefined : entry.note
  return {
    id: entry.id,
    title: { value: xmlLine(entryTitle(entry)) || '无题', type: 'text' },
    updated: entry.updatedAt,
    published: entry.publishedAt,
    authors: [{ name: source.authorOf(entry) }],
    categories: source.wordsOf(entry).map((term) => ({ term })),
    ...(summary && { summary: { value: xmlText(summary), type: 'text' } }),
    content: { type: 'html', value: source.html(entry) || '<p></p>' },
    links: [
      { rel: 'alternate', href: source.pageOf(entry), type: 'text/html' },
      ...(entry.of === undefined ? [] : [{ rel: 'related', href: entry.of }]),
      ...source.picturesOf(entry).map(({ path, mediaType, size }) => ({
        rel: 'enclosure',
        href: path,
        type: mediaType,
        length: size,
      })),
    ],
  }
}

/** RFC 6721 §3. */
function tombstone(source: FeedSource, entry: FeedEntry): string {
  const withdrawal = source.withdrawalOf(entry)
  const when = withdrawal?.publishedAt ?? entry.updatedAt
  const note = withdrawal?.note ? `<at:comment>${xmlAttribute(withdrawal.note)}</at:comment>` : ''
  return `  <at:deleted-entry ref="${xmlAttribute(entry.id)}" when="${xmlAttribute(when)}">${note}</at:deleted-entry>\n`
}

const xmlAttribute = (text: string) =>
  xmlLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
