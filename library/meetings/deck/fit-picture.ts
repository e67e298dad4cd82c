import { emsOf, lineHeightOf } from './block-atoms.ts'
import type { BlockBox, DeckPicture, SlideBox, SlideLook } from './deck.ts'
import { countLines } from './text-width.ts'

const GAP = 6

/** A picture as large as it goes into an area, with its own sides, in the middle or at its top; its caption below it. */
export function fitPicture(
  picture: DeckPicture,
  area: SlideBox,
  look: SlideLook,
  at: 'middle' | 'top' = 'middle',
): BlockBox {
  const size = look.smallSize
  const lines = picture.caption === undefined ? 0 : countLines(picture.caption, emsOf(area.width, size))
  const captionHeight = lines * lineHeightOf(size)
  const room = {
    width: area.width,
    height: area.height - (at === 'top' ? 8 : 0) - (lines > 0 ? captionHeight + GAP : 0),
  }
  const known = picture.width > 0 && picture.height > 0
  const scale = known ? Math.min(room.width / picture.width, room.height / picture.height) : 0
  const width = known ? picture.width * scale : room.width
  const height = known ? picture.height * scale : room.height
  const x = area.x + (area.width - width) / 2
  const y = at === 'top' ? area.y + 8 : area.y + Math.max(0, (room.height - height) / 2)
  return {
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    size,
    ...(lines > 0 && {
      caption: { x: area.x, y: round(y + height + GAP), width: area.width, height: round(captionHeight) },
    }),
  }
}

/** A tenth of a point is finer than any screen or printer. */
export const round = (value: number) => Math.round(value * 10) / 10
