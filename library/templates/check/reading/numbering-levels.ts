import type { Document, Element } from '@xmldom/xmldom'
import { attribute, child, childElements, numberAttribute } from './xml-elements.ts'

/** One level of a list: how its number is written, and its indents. */
export interface NumberingLevel {
  readonly format: string
  readonly text: string
  readonly level: number
  readonly properties: Element | undefined
}

/** Reads numbering.xml; gives the level that a paragraph's `w:numPr` names. */
export function openNumbering(
  document: Document | undefined,
): (numPr: Element | undefined) => NumberingLevel | undefined {
  const abstracts = new Map<string, Element>()
  const numbers = new Map<string, string>()
  const root = document?.documentElement
  for (const element of root ? childElements(root) : []) {
    if (element.localName === 'abstractNum') abstracts.set(attribute(element, 'abstractNumId') ?? '', element)
    if (element.localName === 'num')
      numbers.set(attribute(element, 'numId') ?? '', attribute(child(element, 'abstractNumId'), 'val') ?? '')
  }
  return (numPr) => {
    const list = abstracts.get(numbers.get(attribute(child(numPr, 'numId'), 'val') ?? '') ?? '')
    if (!list) return undefined
    const level = numberAttribute(child(numPr, 'ilvl'), 'val') ?? 0
    const found = [...childElements(list)].find(
      (element) => element.localName === 'lvl' && numberAttribute(element, 'ilvl') === level,
    )
    if (!found) return undefined
    return {
      format: attribute(child(found, 'numFmt'), 'val') ?? 'decimal',
      text: attribute(child(found, 'lvlText'), 'val') ?? '',
      level,
      properties: child(found, 'pPr'),
    }
  }
}
