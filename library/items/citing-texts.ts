import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { Citation, CitingWork } from '../updates/touched-work.ts'
import { citationTitle } from './item-identity.ts'

/** Texts read at a time. */
const READ_TOGETHER = 100
/** 《土地管理法》第六十二条: what follows a title and names a provision. */
const PROVISION_AFTER = /^(第[一二三四五六七八九十百千零〇两0-9]+条(?:之[一二三四五六七八九十]+)?)/

/** The person's own stories, guides and templates that name another item in 书名号. */
export const citingTexts: CitingWork = {
  work: 'text',
  workName: '自己的资料',
  async citationsOf(db, itemIds) {
    const titles = await titlesOf(db, itemIds)
    if (titles.size === 0) return []
    const named = new RegExp(`《(${[...titles.keys()].map(escaped).join('|')})》`, 'g')
    const found: Citation[] = []
    for await (const text of ownTexts(db)) {
      for (const citation of citationsIn(text, named, titles)) found.push(citation)
    }
    return found
  },
}

/** The full and the short title of each item. */
async function titlesOf(db: Kysely<LibraryTables>, itemIds: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (let from = 0; from < itemIds.length; from += 500) {
    const rows = await db
      .selectFrom('item')
      .where('id', 'in', itemIds.slice(from, from + 500))
      .select(['id', 'title'])
      .execute()
    for (const { id, title } of rows) for (const name of [title, citationTitle(title)]) titles.set(name, id)
  }
  return titles
}

interface OwnText {
  readonly itemId: string
  readonly title: string
  readonly body: string
}

async function* ownTexts(db: Kysely<LibraryTables>): AsyncGenerator<OwnText> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('item')
      .innerJoin('revision', 'revision.sha256', 'item.current_revision')
      .where('item.id', '>', after)
      .where('kind', 'in', ['story', 'guide', 'template'])
      .where('put_away_at', 'is', null)
      .where('starter', '=', 0)
      .where('channel', 'is', null)
      // Stories and meetings made here say themselves what they cite.
      .where('item.id', 'not in', (from) => from.selectFrom('story').select('id'))
      .where('item.id', 'not in', (from) => from.selectFrom('material').select('id'))
      .select(['item.id', 'item.title', 'revision.content'])
      .orderBy('item.id')
      .limit(READ_TOGETHER)
      .execute()
    for (const { id, title, content } of rows) {
      yield { itemId: id, title, body: (JSON.parse(content) as { body: string }).body }
    }
    const last = rows.at(-1)
    if (!last || rows.length < READ_TOGETHER) return
    after = last.id
  }
}

/** Each item and provision once, however often it is named. */
function citationsIn(text: OwnText, named: RegExp, titles: ReadonlyMap<string, string>): Citation[] {
  const seen = new Map<string, Citation>()
  for (const match of text.body.matchAll(named)) {
    const itemId = titles.get(match[1] ?? '')
    if (itemId === undefined || itemId === text.itemId) continue
    const anchor = PROVISION_AFTER.exec(text.body.slice(match.index + match[0].length))?.[1]
    const id = `${text.itemId} ${itemId} ${anchor ?? ''}`
    seen.set(id, { id, title: `《${text.title}》`, open: `/item/${text.itemId}`, itemId, anchor })
  }
  return [...seen.values()]
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
