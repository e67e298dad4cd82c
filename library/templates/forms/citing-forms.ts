import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { Citation, CitingWork } from '../../updates/touched-work.ts'
import type { BasisRecord } from './form-view.ts'

/** Forms of one template that are named one by one for what they cite; the rest are counted. */
const NAMED = 10
/** Forms read at a time. */
const READ_TOGETHER = 500

interface CitingForm {
  readonly id: string
  readonly title: string
  readonly template_id: string
  readonly template_title: string
  readonly basis: string
}

/** Forms of one template that cite one passage. */
interface Group {
  readonly form: CitingForm
  readonly named: Citation[]
  more: number
}

/** Filled forms, for what an update says it touches: by the clauses they relied on, and by the template they used. */
export const citingForms: CitingWork = {
  work: 'form',
  workName: '文书',
  async citationsOf(db, itemIds) {
    const asked = new Set(itemIds)
    const groups = new Map<string, Group>()
    for await (const form of keptForms(db)) {
      for (const { itemId, anchor } of citedBy(form, asked)) {
        const key = `${form.template_id} ${itemId} ${anchor ?? ''}`
        const group = groups.get(key) ?? { form, named: [], more: 0 }
        groups.set(key, group)
        const { id, title } = form
        if (group.named.length < NAMED) group.named.push({ id, title, open: `/forms/${id}`, itemId, anchor })
        else group.more += 1
      }
    }
    return [...groups].flatMap(([key, group]) => [...group.named, ...theRest(key, group)])
  },
}

/** Hundreds of forms, as a batch makes them, are one line with their number. */
function theRest(id: string, { form, named: [first], more }: Group): Citation[] {
  if (!first || more === 0) return []
  const open = `/templates/mine?template=${encodeURIComponent(form.template_id)}`
  return [{ ...first, id, title: `《${form.template_title}》另有 ${more} 份`, open }]
}

/** Each item and passage once. */
function citedBy(form: CitingForm, asked: ReadonlySet<string>): { itemId: string; anchor: string | undefined }[] {
  const cited = new Map<string, { itemId: string; anchor: string | undefined }>()
  if (asked.has(form.template_id)) cited.set('', { itemId: form.template_id, anchor: undefined })
  for (const { itemId, anchor } of JSON.parse(form.basis) as BasisRecord[]) {
    if (itemId !== undefined && asked.has(itemId)) cited.set(`${itemId} ${anchor ?? ''}`, { itemId, anchor })
  }
  return [...cited.values()]
}

/** All forms that were not discarded, those changed last first. */
async function* keptForms(db: Kysely<LibraryTables>): AsyncGenerator<CitingForm> {
  for (let offset = 0; ; offset += READ_TOGETHER) {
    const rows = await db
      .selectFrom('filled_form')
      .where('discarded_at', 'is', null)
      .select(['id', 'title', 'template_id', 'template_title', 'basis'])
      .orderBy('updated_at', 'desc')
      .orderBy('id')
      .limit(READ_TOGETHER)
      .offset(offset)
      .execute()
    yield* rows
    if (rows.length < READ_TOGETHER) return
  }
}
