import { findDates, wholeDate } from './chinese-date.ts'
import { isOrganLine, joinOrgans, splitOrgans } from './issuer.ts'

/** The signature block (落款) at the end of a document: who signs and when. */
export interface Signature {
  readonly issuer?: string
  readonly issuedOn?: string
}

/**
 * Reads the signature among the last plain paragraphs of a document's main part:
 * organ lines followed by a line that is a date.
 */
export function findSignature(paragraphs: readonly string[]): Signature {
  const lines = paragraphs.flatMap((text) => text.split('\n')).map((line) => line.trim().replace(/\\$/, ''))
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? ''
    const date = wholeDate(line)
    if (date) {
      const organs: string[] = []
      for (let above = at - 1; above >= 0 && above >= at - 8; above--) {
        const name = lines[above] ?? ''
        if (name === '') continue
        if (!isOrganLine(name)) break
        organs.unshift(...splitOrgans(name))
      }
      const issuer = joinOrgans(organs)
      return { issuedOn: date, ...(issuer && { issuer }) }
    }
    // 某某镇人民政府　2024年3月1日 on one line.
    const inline = findDates(line).at(-1)
    if (inline && inline.index + inline.length === line.length && isOrganLine(line.slice(0, inline.index))) {
      const issuer = joinOrgans(splitOrgans(line.slice(0, inline.index)))
      return { issuedOn: inline.iso, ...(issuer && { issuer }) }
    }
  }
  return {}
}
