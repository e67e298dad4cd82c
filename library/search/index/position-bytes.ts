/**
 * Where a term stands in each passage of its list, as bytes: the distance from the place before it
 * (from 0 for the first), with the highest bit at a passage's last place. 127 stands for 127 more to come.
 */
const LAST = 0x80
const MORE = 127

/** Writes one distance and returns where its bytes end; there must be room for {@link distanceSize}. */
export function writeDistance(bytes: Uint8Array, at: number, distance: number): number {
  let rest = distance
  let end = at
  while (rest >= MORE) {
    bytes[end++] = MORE
    rest -= MORE
  }
  bytes[end++] = rest
  return end
}

export const distanceSize = (distance: number) => (distance < MORE ? 1 : ((distance / MORE) | 0) + 1)

/** Marks the byte before `end` as a passage's last. */
export const closePassage = (bytes: Uint8Array, end: number) => {
  bytes[end - 1] = (bytes[end - 1] as number) | LAST
}

/** Where the places of the passage after `count` more of them begin. */
export function skipPassages(bytes: Uint8Array, from: number, count: number): number {
  let at = from
  for (let left = count; left > 0 && at < bytes.length; ) if ((bytes[at++] as number) >= LAST) left--
  return at
}

/** One passage's places, read over and over. */
export class Places {
  values = new Int32Array(64)
  length = 0

  read(bytes: Uint8Array, from: number): void {
    let place = 0
    this.length = 0
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] as number
      const distance = byte & MORE
      place += distance
      if (distance !== MORE) {
        if (this.length === this.values.length) this.grow()
        this.values[this.length++] = place
      }
      if (byte >= LAST) return
    }
  }

  private grow(): void {
    const values = new Int32Array(this.values.length * 2)
    values.set(this.values)
    this.values = values
  }
}
