import type { DocumentCheck, Finding } from '../finding.ts'
import { repairLayout } from './layout/repair-layout.ts'
import type { LocatedParagraph } from './reading/located-paragraph.ts'
import { openDocx } from './reading/open-docx.ts'
import { readDocument } from './reading/read-document.ts'
import { replaceText } from './reading/replace-text.ts'

/**
 * Makes the repairs of these findings and touches nothing else: parts without a repair keep their bytes.
 * Findings without a repair, or whose words are no longer there, are left alone.
 * @param check what checking these very bytes gave
 * @throws {TemplateDocumentError}
 */
export function repairDocument(docx: Uint8Array, check: DocumentCheck, ids: readonly string[]): Uint8Array {
  const chosen = new Set(ids)
  const repairs = check.findings.filter((finding) => chosen.has(finding.id) && finding.repair)
  if (repairs.length === 0) return docx
  const file = openDocx(docx)
  const document = readDocument(file)
  const changed = new Set<string>()
  for (const paragraph of document.paragraphs) {
    const here = repairs.filter((finding) => isTextRepairIn(finding, paragraph))
    if (here.length === 0) continue
    const changes = here.flatMap(({ place, repair }) =>
      place.type === 'document' && repair?.replacement !== undefined
        ? [{ start: place.start, end: place.end, text: repair.replacement }]
        : [],
    )
    replaceText(paragraph, changes)
    changed.add(paragraph.entry)
  }
  const layouts = new Set(repairs.flatMap(({ id }) => /^layout\/([^:]+):/.exec(id)?.[1] ?? []))
  for (const entry of repairLayout(() => readDocument(file), layouts)) changed.add(entry)
  return changed.size === 0 ? docx : file.save(changed)
}

function isTextRepairIn({ place, repair }: Finding, paragraph: LocatedParagraph): boolean {
  return (
    repair?.replacement !== undefined &&
    place.type === 'document' &&
    place.part === paragraph.part &&
    place.paragraph === paragraph.number &&
    paragraph.text.slice(place.start, place.end) === place.quote
  )
}
