import sanitizeHtml from 'sanitize-html'
import { markdownParser } from '../../items/markdown-parser.ts'
import type { EditionStory, FeedEdition } from '../feed-edition.ts'
import type { FeedEntry } from '../feed-view.ts'
import { standingEntries } from '../issues/standing-entries.ts'
import { htmlText, xmlText } from './xml-text.ts'

/** Where a picture lies beside the feeds, by its hash; undefined where it was left out. */
export type AddressOfPicture = (sha256: string) => string | undefined

/** How the library's Markdown writes a picture; raw HTML in a text is escaped and never looks like it. */
const PICTURE = /<img data-blob="([0-9a-f]{64})" alt="([^"]*)">/g

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'hr'],
    ...['strong', 'em', 's', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'img'],
  ],
  allowedAttributes: { a: ['href'], img: ['src', 'alt'], ol: ['start'] },
  // Feed readers know nothing of the library's own addresses.
  allowedSchemes: ['http', 'https', 'mailto'],
  transformTags: { h1: 'h2' },
}

/** A story's text as sanitised HTML, with its pictures where they lie beside the feeds. */
function storyHtml({ content }: EditionStory, addressOfPicture: AddressOfPicture): string {
  const rendered = markdownParser.render(content.body).replace(PICTURE, (_all, sha256: string, alt: string) => {
    const address = addressOfPicture(sha256)
    return address === undefined ? alt : `<img src="${htmlText(address)}" alt="${alt}">`
  })
  const html = xmlText(sanitizeHtml(rendered, ALLOWED)).trim()
  // 示例故事 must not be taken for what happened.
  return content.label ? `<p>（${htmlText(content.label)}）</p>\n${html}` : html
}

/** What an entry is called where it is listed. */
export function entryTitle({ type, title }: Pick<FeedEntry, 'type' | 'title'>): string {
  return { story: title, correction: `更正：${title}`, withdrawal: `撤回：${title}`, answers: title }[type]
}

/**
 * Gives each entry's text as sanitised HTML; of a story that was withdrawn, only that it was.
 * @param addressOf an entry's page, as links name it
 */
export function openEntryHtml(
  edition: FeedEdition,
  addressOf: (entry: FeedEntry) => string,
  addressOfPicture: AddressOfPicture,
): (entry: FeedEntry) => string {
  const byId = new Map(edition.entries.map((entry) => [entry.id, entry]))
  const standing = new Set(standingEntries(edition.entries).map(({ id }) => id))
  const link = (to: FeedEntry | undefined, says: string) =>
    to && standing.has(to.id) ? `<p><a href="${htmlText(addressOf(to))}">${htmlText(says)}</a></p>` : ''
  const write = (entry: FeedEntry): string => {
    switch (entry.type) {
      case 'story': {
        const story = entry.storyId === undefined ? undefined : edition.stories.get(entry.storyId)
        return story && standing.has(entry.id)
          ? storyHtml(story, addressOfPicture)
          : '<p>这篇故事已经撤回，不再提供。</p>'
      }
      case 'correction':
        return [
          `<p>${htmlText(`《${entry.title}》有更正。`)}</p>`,
          paragraphs(entry.note ?? ''),
          link(byId.get(entry.of ?? ''), '看更正后的全文'),
        ].join('\n')
      case 'withdrawal':
        return [
          `<p>${htmlText(`《${entry.title}》已经撤回，不再提供。`)}</p>`,
          entry.note ? paragraphs(`原因：${entry.note}`) : '',
        ].join('\n')
      case 'answers':
        return (edition.answers.get(entry.id) ?? [])
          .map(({ question, answer }) => `<h3>${htmlText(question)}</h3>\n${paragraphs(answer)}`)
          .join('\n')
    }
  }
  const written = new Map<string, string>()
  return (entry) => {
    const html = written.get(entry.id) ?? write(entry).trim()
    written.set(entry.id, html)
    return html
  }
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${htmlText(line)}</p>`)
    .join('\n')
