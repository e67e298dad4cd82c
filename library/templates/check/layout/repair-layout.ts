import type { DocumentText } from '../reading/located-paragraph.ts'
import { END_RULES } from './end-rules.ts'
import { outlineOfficial } from './official-outline.ts'
import { PAGE_REPAIR, uprightPages } from './page-faults.ts'
import { setPage } from './set-format.ts'
import { TEXT_RULES } from './text-rules.ts'

/** Every rule of layout about paragraphs, in the order their repairs may follow each other. */
export const LAYOUT_RULES = [...TEXT_RULES, ...END_RULES]

/**
 * Makes the layout repairs of these names, wherever their rules are broken.
 * @param read reads the document as it stands; each repair may have moved what the next one looks for
 * @returns the entries of the package that were changed
 */
export function repairLayout(read: () => DocumentText, names: ReadonlySet<string>): Set<string> {
  const changed = new Set<string>()
  if (names.has(PAGE_REPAIR)) {
    for (const page of uprightPages(read().pages)) setPage(page)
    changed.add('word/document.xml')
  }
  for (const rule of LAYOUT_RULES) {
    if (!names.has(rule.name)) continue
    const outline = outlineOfficial(read())
    for (const paragraph of rule.offenders(outline)) {
      rule.repair(paragraph, outline)
      changed.add(paragraph.entry)
    }
  }
  return changed
}
