import type { FileChild, Paragraph } from 'docx'
import type { DocumentSection } from '../../documents/build-document.ts'
import { mm } from '../../feeds/print/docx-parts.ts'

/** Margins of what is read at a desk or while speaking. Millimetres. */
const SIDES = { top: 26, bottom: 22, left: 25, right: 25 }
/** Between the margins. Millimetres. */
export const PAPER_WIDTH = 210 - SIDES.left - SIDES.right

/** Pages on A4 with their numbers at the outer edge. */
export function paperPages(children: readonly FileChild[], header?: Paragraph): DocumentSection {
  return {
    properties: {
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: {
          top: mm(SIDES.top),
          bottom: mm(SIDES.bottom),
          left: mm(SIDES.left),
          right: mm(SIDES.right),
          header: mm(13),
          footer: mm(11),
        },
      },
    },
    numbered: true,
    header,
    children,
  }
}
