import { refuseUpdate } from '../update-refused-error.ts'

/** The same pieces, refused as soon as they are more than `most` bytes together (endless data, TUF 1.0 §1.5.2). */
export async function* limited(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
  file: string,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.byteLength
    if (size > most) throw refuseUpdate('PACK_TOO_LARGE', file)
    yield piece
  }
}

export async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
