import type { DocxPackage } from './open-docx.ts'
import { attribute, childElements, descendants } from './xml-elements.ts'

const NAMES: Readonly<Record<string, string>> = {
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
}
const WHICH: Readonly<Record<string, string>> = { first: '（首页）', even: '（偶数页）' }

/** The parts that are printed, each with the name that people know it by. */
export function partsOf(docx: DocxPackage): { part: string; entry: string }[] {
  const parts = [{ part: '正文', entry: 'word/document.xml' }]
  const relations = docx.xml('word/_rels/document.xml.rels')?.documentElement
  const main = docx.xml('word/document.xml')?.documentElement
  if (!relations || !main) return parts
  const pageOf = new Map<string, string>()
  for (const reference of [...descendants(main, 'headerReference'), ...descendants(main, 'footerReference')]) {
    const id = reference.getAttribute('r:id')
    if (id) pageOf.set(id, WHICH[attribute(reference, 'type') ?? ''] ?? '')
  }
  const taken = new Set<string>()
  for (const relation of childElements(relations)) {
    const kind = relation.getAttribute('Type')?.split('/').at(-1) ?? ''
    const id = relation.getAttribute('Id') ?? ''
    const name = NAMES[kind]
    // Headers that no section shows are left over from editing.
    if (!name || ((kind === 'header' || kind === 'footer') && !pageOf.has(id))) continue
    const full = name + (pageOf.get(id) ?? '')
    let part = full
    for (let again = 2; taken.has(part); again++) part = `${full}${again}`
    taken.add(part)
    const target = relation.getAttribute('Target') ?? ''
    parts.push({ part, entry: target.startsWith('/') ? target.slice(1) : `word/${target}` })
  }
  return parts
}
