import type { SlideBox } from '../deck/deck.ts'

/** As large as a picture stands in a box with its own sides, in the middle. */
export function fitBox(
  box: SlideBox,
  { width, height }: { readonly width: number; readonly height: number },
): SlideBox {
  if (!(width > 0 && height > 0)) return box
  const scale = Math.min(box.width / width, box.height / height)
  const fitted = { width: width * scale, height: height * scale }
  return { x: box.x + (box.width - fitted.width) / 2, y: box.y + (box.height - fitted.height) / 2, ...fitted }
}
