import type { BlurredRegion } from '../story.schema.ts'

/** Pixels of a picture, row by row, 8 bits a channel. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: number
}

/** A face is left as a patch of this many averages a side, which show that someone stood there, and not who. */
const AVERAGES = 3
/** Averages are kept in steps of this many of 256, so that they say even less. */
const STEP = 16
/** Scaling mixes a pixel into its neighbours as far as this; they go with it. */
const MARGIN = 4

/**
 * Replaces a region's pixels by a few averages of them, softly joined: a face by 9, whatever is read rather than
 * recognised (a plate, a number) by a single one, since several would tell one number from another. What was there
 * cannot be computed from the result. Changes `pixels`.
 */
export function destroyRegion({ data, width, height, channels }: Pixels, region: BlurredRegion): void {
  const left = Math.max(0, Math.floor(region.x * width) - MARGIN)
  const top = Math.max(0, Math.floor(region.y * height) - MARGIN)
  const right = Math.min(width, Math.ceil((region.x + region.width) * width) + MARGIN)
  const bottom = Math.min(height, Math.ceil((region.y + region.height) * height) + MARGIN)
  if (right <= left || bottom <= top) return
  const wanted = region.why === 'plate' || region.why === 'number' ? 1 : AVERAGES
  const columns = Math.min(wanted, right - left)
  const rows = Math.min(wanted, bottom - top)
  const averages = averagesOf({ data, width, height, channels }, { left, top, right, bottom }, columns, rows)
  for (let y = top; y < bottom; y++) {
    const [row, below, down] = between(y - top, bottom - top, rows)
    for (let x = left; x < right; x++) {
      const [column, beside, along] = between(x - left, right - left, columns)
      for (let channel = 0; channel < channels; channel++) {
        const at = (r: number, c: number) => averages[(r * columns + c) * channels + channel] as number
        const above = at(row, column) * (1 - along) + at(row, beside) * along
        const under = at(below, column) * (1 - along) + at(below, beside) * along
        data[(y * width + x) * channels + channel] = Math.round(above * (1 - down) + under * down)
      }
    }
  }
}

function averagesOf(
  { data, width, channels }: Pixels,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
  columns: number,
  rows: number,
): Float64Array {
  const sums = new Float64Array(columns * rows * channels)
  const counts = new Float64Array(columns * rows)
  for (let y = top; y < bottom; y++) {
    const row = Math.floor(((y - top) * rows) / (bottom - top))
    for (let x = left; x < right; x++) {
      const cell = row * columns + Math.floor(((x - left) * columns) / (right - left))
      counts[cell] = (counts[cell] as number) + 1
      for (let channel = 0; channel < channels; channel++) {
        const at = cell * channels + channel
        sums[at] = (sums[at] as number) + (data[(y * width + x) * channels + channel] as number)
      }
    }
  }
  return sums.map((sum, at) => {
    const average = sum / (counts[Math.floor(at / channels)] as number)
    return Math.min(255, Math.floor(average / STEP) * STEP + STEP / 2)
  })
}

/** Between which two averages a pixel lies, and how far along. */
function between(at: number, length: number, cells: number): readonly [number, number, number] {
  const place = Math.min(Math.max(((at + 0.5) * cells) / length - 0.5, 0), cells - 1)
  const cell = Math.floor(place)
  return [cell, Math.min(cell + 1, cells - 1), place - cell]
}
