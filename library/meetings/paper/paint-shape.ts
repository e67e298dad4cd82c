/** A picture as samples in memory, which is painted on. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: number
}

export type Point = readonly [x: number, y: number]
export type Colour = readonly [red: number, green: number, blue: number]

/** How far a place is outside of a shape; negative within it. Pixels. */
export type Distance = (x: number, y: number) => number

/** Fills a shape with a colour, its edge smoothed over one pixel. @param around all of the shape lies within */
export function paintShape(
  { data, width, height, channels }: Pixels,
  [left, top, right, bottom]: readonly [number, number, number, number],
  distance: Distance,
  colour: Colour,
): void {
  const toX = Math.min(width - 1, Math.ceil(right) + 1)
  const toY = Math.min(height - 1, Math.ceil(bottom) + 1)
  for (let y = Math.max(0, Math.floor(top) - 1); y <= toY; y += 1) {
    for (let x = Math.max(0, Math.floor(left) - 1); x <= toX; x += 1) {
      const covered = Math.min(1, Math.max(0, 0.5 - distance(x + 0.5, y + 0.5)))
      if (covered === 0) continue
      const at = (y * width + x) * channels
      for (let channel = 0; channel < 3; channel += 1) {
        const before = data[at + channel] as number
        data[at + channel] = Math.round(before + ((colour[channel] as number) - before) * covered)
      }
    }
  }
}

export const disc =
  ([cx, cy]: Point, radius: number): Distance =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius

/** A line with round ends. */
export const stroke =
  ([ax, ay]: Point, [bx, by]: Point, thickness: number): Distance =>
  (x, y) => {
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
    return Math.hypot(x - ax - along * dx, y - ay - along * dy) - thickness / 2
  }

/** The outline of an ellipse, as thick everywhere as an eye can tell. */
export const ring =
  ([cx, cy]: Point, rx: number, ry: number, thickness: number): Distance =>
  (x, y) => {
    const [px, py] = [(x - cx) / rx, (y - cy) / ry]
    const out = Math.hypot(px, py)
    const slope = Math.hypot(px / rx, py / ry)
    const away = slope === 0 ? Math.min(rx, ry) : Math.abs((out * (out - 1)) / slope)
    return away - thickness / 2
  }

export const triangle =
  (a: Point, b: Point, c: Point): Distance =>
  (x, y) => {
    const side = ([ax, ay]: Point, [bx, by]: Point) => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    const sides = [side(a, b), side(b, c), side(c, a)]
    const inside = sides.every((one) => one >= 0) || sides.every((one) => one <= 0)
    const edge = Math.min(...[stroke(a, b, 0), stroke(b, c, 0), stroke(c, a, 0)].map((of) => of(x, y)))
    return inside ? -edge : edge
  }
