import { findContent } from '../items/items.repository.ts'
import { type Passage, splitPassages } from '../items/passages.ts'
import { renderPassage } from '../items/render-passage.ts'
import type { Validity } from '../items/validity.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import type { ShownPolicy } from '../stories/story.schema.ts'
import { openPolicies } from '../templates/check/policies/open-policies.ts'
import { policyKey } from '../templates/check/policies/policy-key.ts'
import type { EditionPolicy } from './feed-edition.ts'

/** 第十七条第一款 is found at 第十七条. */
const PROVISION = /^第[^条]{1,12}条(?:之[一二三四五六七八九十]+)?/

/** A policy as it lies in the library now. */
interface PolicyText {
  readonly validity: Validity
  readonly effectiveFrom: string | undefined
  readonly passages: ReadonlyMap<string, Passage>
}

/** Reads the provisions that stories show, each text once however many stories cite it. */
export async function openEditionPolicies(library: LibraryAccess) {
  const { db } = library
  const policies = await openPolicies(library)
  const texts = new Map<string, Promise<PolicyText | undefined>>()
  const readText = (itemId: string): Promise<PolicyText | undefined> => {
    const ready = texts.get(itemId) ?? read(itemId)
    texts.set(itemId, ready)
    return ready
  }
  const read = async (itemId: string): Promise<PolicyText | undefined> => {
    const item = await db
      .selectFrom('item')
      .where('id', '=', itemId)
      .where('put_away_at', 'is', null)
      .where('revisions', '>', 0)
      .select(['validity', 'effective_from', 'current_revision'])
      .executeTakeFirst()
    const content = item && (await findContent(db, item.current_revision))
    if (!content) return undefined
    const passages = splitPassages(content.body).filter(({ type }) => type !== 'heading')
    return {
      validity: item.validity as Validity,
      effectiveFrom: item.effective_from ?? undefined,
      passages: new Map(passages.map((passage) => [passage.anchor, passage])),
    }
  }
  const pieces = new Map<string, Promise<string[]>>()
  /** A long work may lie here in pieces: 民法典 总则, 民法典 物权编. */
  const piecesOf = (title: string): Promise<string[]> => {
    const key = policyKey(title)
    const ready = pieces.get(key) ?? findPieces(key)
    pieces.set(key, ready)
    return ready
  }
  const findPieces = async (key: string) => {
    const items = db.selectFrom('item').where('kind', '=', 'policy').where('put_away_at', 'is', null)
    const rows = await items.where('title_key', 'like', `%${key}%`).select(['id', 'title']).orderBy('id').execute()
    return rows.filter((row) => policyKey(row.title.split(/\s+/)[0] ?? '') === key).map(({ id }) => id)
  }
  /** The item that is named, else those of its title: the one in force that holds the provision, if there is one. */
  const find = async ({ title, itemId, provision, anchor }: ShownPolicy) => {
    const wanted = anchor ?? (provision === undefined ? undefined : (PROVISION.exec(provision)?.[0] ?? provision))
    const named = policies.named(title).map((one) => one.itemId)
    const ids = [
      ...(itemId === undefined ? [] : [itemId]),
      ...(named.length === 0 && policies.inPieces(title) ? await piecesOf(title) : named),
    ]
    const found: { readonly text: PolicyText; readonly passage: Passage | undefined }[] = []
    for (const id of new Set(ids)) {
      const text = await readText(id)
      if (text) found.push({ text, passage: wanted === undefined ? undefined : text.passages.get(wanted) })
    }
    const inForce = found.filter(({ text }) => text.validity === 'in-force')
    const holds = (one: { readonly passage: Passage | undefined }) => wanted === undefined || one.passage !== undefined
    return inForce.find(holds) ?? found.find(holds) ?? inForce[0] ?? found[0]
  }
  return async (policy: ShownPolicy): Promise<EditionPolicy> => {
    const { title, provision, note } = policy
    const found = await find(policy)
    return {
      title,
      provision,
      validity: found?.text.validity,
      effectiveFrom: found?.text.effectiveFrom,
      html: found?.passage && renderPassage(found.passage),
      note,
    }
  }
}
