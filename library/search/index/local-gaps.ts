/** A gap below this takes one byte; above, a leading byte from here on brings the next 8 bits, and the last one 16. */
const TWO_BYTES = 224
const THREE_BYTES = 255
const WITHIN_TWO = TWO_BYTES + (THREE_BYTES - TWO_BYTES) * 256

/** The bytes that a list's locals take, written as gaps: each less the one before it and one. */
export function gapBytes(locals: Uint16Array, from: number, to: number): number {
  let bytes = 0
  for (let i = from, next = 0; i < to; i++) {
    const gap = (locals[i] as number) - next
    bytes += gap < TWO_BYTES ? 1 : gap < WITHIN_TWO ? 2 : 3
    next = (locals[i] as number) + 1
  }
  return bytes
}

export function writeGaps(data: Uint8Array, start: number, locals: Uint16Array, from: number, to: number): number {
  let at = start
  for (let i = from, next = 0; i < to; i++) {
    const gap = (locals[i] as number) - next
    if (gap < TWO_BYTES) data[at++] = gap
    else if (gap < WITHIN_TWO) {
      data[at++] = TWO_BYTES + ((gap - TWO_BYTES) >>> 8)
      data[at++] = (gap - TWO_BYTES) & 255
    } else {
      data[at++] = THREE_BYTES
      data[at++] = gap >>> 8
      data[at++] = gap & 255
    }
    next = (locals[i] as number) + 1
  }
  return at
}

/** Reads lists written as gaps one after another. Returns where they end, or −1 when bytes are missing. */
export function readGaps(data: Uint8Array, start: number, lengths: Uint16Array, locals: Uint16Array): number {
  let at = start
  let i = 0
  for (let list = 0; list < lengths.length; list++) {
    const end = i + (lengths[list] as number) + 1
    if (end > locals.length) return -1
    for (let next = 0; i < end; i++) {
      let gap = data[at++] as number
      if (gap >= TWO_BYTES) {
        if (gap === THREE_BYTES) {
          gap = ((data[at] as number) << 8) | (data[at + 1] as number)
          at += 2
        } else gap = TWO_BYTES + ((gap - TWO_BYTES) << 8) + (data[at++] as number)
      }
      locals[i] = next + gap
      next += gap + 1
    }
  }
  return i === locals.length && at <= data.length ? at : -1
}
