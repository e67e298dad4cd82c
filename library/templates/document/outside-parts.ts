import type PizZip from 'pizzip'
import { documentRefusals } from '../template-errors.ts'

const RELATIONSHIP = /<(?:\w+:)?Relationship\b[^<>]*?(?:\/>|>[^<]*<\/(?:\w+:)?Relationship>)/g

/**
 * Leaves nothing in a document that fetches something from outside when it is opened (ECMA-376 part 2, external
 * relationships). Links stay, since a person has to follow them. A template file on somebody's machine, which Word
 * notes in every document made from one, is let go; what would be missing on the page is refused.
 * @throws {TemplateDocumentError} for pictures, objects and texts that lie outside
 */
export function dropOutsideParts(zip: PizZip): void {
  for (const name of Object.keys(zip.files).filter((path) => /(?:^|\/)_rels\/[^/]*\.rels$/i.test(path))) {
    const text = zip.file(name)?.asText() ?? ''
    const kept = text.replace(RELATIONSHIP, (relationship) => {
      const type = outsideType(relationship)
      if (type === undefined || type === 'hyperlink') return relationship
      if (type !== 'attachedTemplate') throw documentRefusals.outside()
      return ''
    })
    if (kept === text) continue
    zip.file(name, kept)
    dropAttachedTemplate(zip)
  }
}

/** What a relationship to something outside is, e.g. `image`; undefined for one within the document. */
function outsideType(relationship: string): string | undefined {
  if (!/\bTargetMode\s*=\s*["']External["']/i.test(relationship)) return undefined
  return /\bType\s*=\s*["']([^"']*)["']/.exec(relationship)?.[1]?.split('/').at(-1) ?? ''
}

/** Whether opening a part's relationships fetches something from outside; links wait for a person to follow them. */
export const reachesOutside = (relationships: string): boolean =>
  (relationships.match(RELATIONSHIP) ?? []).some((one) => ![undefined, 'hyperlink'].includes(outsideType(one)))

/** What names a relationship that is gone would make the document a broken one. */
function dropAttachedTemplate(zip: PizZip): void {
  const settings = zip.file('word/settings.xml')?.asText()
  if (settings === undefined) return
  zip.file('word/settings.xml', settings.replace(/<w:attachedTemplate\b[^>]*?(?:\/>|><\/w:attachedTemplate>)/g, ''))
}
