import type { Paragraph } from 'docx'
import { picture } from '../../feeds/print/docx-parts.ts'
import type { PictureMark } from '../guides/step-guide.schema.ts'
import type { MaterialPicture } from '../materials/cited.schema.ts'
import type { PaperContext } from './paper-context.ts'
import { aside } from './paper-type.ts'

export interface PictureRoom {
  /** Millimetres. */
  readonly widest: number
  readonly tallest: number
  readonly marks?: readonly PictureMark[] | undefined
}

/** A picture as large as fits with its caption, or a sentence that names it. */
export async function pictureOnPaper(
  one: MaterialPicture,
  context: PaperContext,
  { widest, tallest, marks = [] }: PictureRoom,
): Promise<Paragraph[]> {
  const shown = await context.picture(one, marks)
  if (typeof shown === 'string') return [aside(shown)]
  return [
    picture(shown, widest, tallest),
    ...(shown.caption === '' ? [] : [aside(shown.caption, { alignment: 'center' })]),
  ]
}
