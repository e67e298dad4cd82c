import type { Document } from '@xmldom/xmldom'
import type { PageSetup } from './located-paragraph.ts'
import { attribute, child, descendants, numberAttribute } from './xml-elements.ts'

/** The page of each section, in order. */
export function readPages(main: Document): PageSetup[] {
  if (!main.documentElement) return []
  return descendants(main.documentElement, 'sectPr').map((element) => {
    const size = child(element, 'pgSz')
    const margin = child(element, 'pgMar')
    const grid = child(element, 'docGrid')
    const isGrid = /^(lines|linesAndChars|snapToChars)$/.test(attribute(grid, 'type') ?? '')
    return {
      width: numberAttribute(size, 'w') ?? 0,
      height: numberAttribute(size, 'h') ?? 0,
      top: Math.abs(numberAttribute(margin, 'top') ?? 0),
      bottom: Math.abs(numberAttribute(margin, 'bottom') ?? 0),
      left: numberAttribute(margin, 'left') ?? numberAttribute(margin, 'start') ?? 0,
      right: numberAttribute(margin, 'right') ?? numberAttribute(margin, 'end') ?? 0,
      gutter: numberAttribute(margin, 'gutter') ?? 0,
      landscape: attribute(size, 'orient') === 'landscape',
      linePitch: isGrid ? numberAttribute(grid, 'linePitch') : undefined,
      element,
    }
  })
}
