import { findContent } from '../../../items/items.repository.ts'
import { plainText } from '../../../items/plain-text.ts'
import type { LibraryAccess } from '../../../store/library-access.ts'
import { passageAt } from '../passage-text.ts'

/** Characters of a passage that a proposal shows. */
const LENGTH = 90

/** How a passage begins. */
export async function snippetOf(
  { db }: Pick<LibraryAccess, 'db'>,
  revision: string,
  anchor: string | undefined,
): Promise<string | undefined> {
  const content = anchor === undefined ? undefined : await findContent(db, revision)
  const found = content && anchor !== undefined ? passageAt(content.body, anchor) : undefined
  return found && Array.from(plainText(found.text).replace(/\s+/gu, ' ')).slice(0, LENGTH).join('')
}
