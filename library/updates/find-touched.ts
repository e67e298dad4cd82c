import type { Kysely } from 'kysely'
import { splitPassages } from '../items/passages.ts'
import { plainText } from '../items/plain-text.ts'
import type { LibraryTables } from '../store/schema.ts'
import type { CitingWork } from './touched-work.ts'
import type { OfferedChange, TouchedWork } from './update-view.ts'

/** The texts of an item before and after an update; undefined where there is none. */
export interface ItemTexts {
  before(itemId: string): Promise<string | undefined>
  after(itemId: string): Promise<string | undefined>
}

/** What of the person's own work cites something changed or withdrawn, with the passage's old and new text. */
export async function findTouched(
  db: Kysely<LibraryTables>,
  works: readonly CitingWork[],
  changes: readonly OfferedChange[],
  texts: ItemTexts,
): Promise<TouchedWork[]> {
  const changed = new Map(changes.filter(({ type }) => type !== 'new').map((change) => [change.itemId, change]))
  if (changed.size === 0) return []
  const touched: TouchedWork[] = []
  for (const work of works) {
    for (const citation of await work.citationsOf(db, [...changed.keys()])) {
      const change = changed.get(citation.itemId) as OfferedChange
      const { anchor } = citation
      const before = anchor === undefined ? undefined : passageText(await texts.before(citation.itemId), anchor)
      const after = anchor === undefined ? undefined : passageText(await texts.after(citation.itemId), anchor)
      // The text changed elsewhere: what is cited reads as before.
      if (anchor !== undefined && change.type === 'changed' && before !== undefined && before === after) continue
      touched.push({
        work: work.work,
        workName: work.workName,
        ...citation,
        itemTitle: change.title,
        change: change.type,
        before,
        after,
      })
    }
  }
  return touched
}

/** A passage's plain text by its anchor. */
function passageText(body: string | undefined, anchor: string): string | undefined {
  if (body === undefined) return undefined
  const passage = splitPassages(body).find((one) => one.anchor === anchor)
  return passage && plainText(passage.markdown)
}
