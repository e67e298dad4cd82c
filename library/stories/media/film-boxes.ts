import { type FileHandle, open } from 'node:fs/promises'

/** A stretch of a file's bytes, from `start` to before `end`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What an ISO base media file (MP4, MOV, M4A; ISO/IEC 14496-12) says beside its pictures and sound. */
export interface FilmBoxes {
  /** Boxes that hold notes: places, devices, names. Each from its type on, which is four bytes. */
  readonly notes: readonly Stretch[]
  readonly hasPlace: boolean
  readonly device?: string | undefined
  /** Pixels of its picture track. */
  readonly width?: number | undefined
  readonly height?: number | undefined
}

interface Box extends Stretch {
  readonly type: string
  /** Where the content begins. */
  readonly content: number
}

/** Notes lie in these, at any depth below the boxes that are looked into. */
const NOTES: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'mpvd'])
const LOOKED_INTO: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf'])
/** Bytes of notes that are read; more than any camera writes. */
const MOST_READ = 1024 * 1024
const MOST_BOXES = 10_000
/** Where it was taken: QuickTime's ©xyz and its metadata key, 3GPP's loci. */
const PLACE = /\u00a9xyz|loci|location\.ISO6709|GPSL(?:ati|ongi)tude/
const DEVICE = /(?:\u00a9mak|\u00a9mod|com\.apple\.quicktime\.(?:make|model)|com\.android\.(?:manufacturer|model))/

/**
 * Reads what a film's boxes say, never the film itself.
 * @returns undefined when the boxes do not hold together
 */
export async function readFilmBoxes(file: string): Promise<FilmBoxes | undefined> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const notes: Stretch[] = []
    let [hasPlace, hasDevice, boxes, hasMovie] = [false, false, 0, false]
    let picture: { width: number; height: number } | undefined
    const look = async (from: number, to: number): Promise<boolean> => {
      for (let at = from; at < to; ) {
        const box = await readBox(handle, at, to)
        if (!box || ++boxes > MOST_BOXES) return false
        if (box.type === 'moov') hasMovie = true
        if (NOTES.has(box.type)) {
          notes.push({ start: box.start + 4, end: box.end })
          const said = (await read(handle, box.content, Math.min(box.end - box.content, MOST_READ))).toString('latin1')
          hasPlace ||= PLACE.test(said)
          hasDevice ||= DEVICE.test(said)
        } else if (box.type === 'tkhd') picture = (await readSize(handle, box)) ?? picture
        else if (LOOKED_INTO.has(box.type) && !(await look(box.content, box.end))) return false
        at = box.end
      }
      return true
    }
    const whole = await look(0, size)
    if (!whole || !hasMovie) return undefined
    return { notes, hasPlace, ...(hasDevice && { device: '手机或相机' }), ...picture }
  } finally {
    await handle.close()
  }
}

async function readBox(handle: FileHandle, start: number, limit: number): Promise<Box | undefined> {
  const head = await read(handle, start, Math.min(16, limit - start))
  if (head.length < 8) return undefined
  const short = head.readUInt32BE(0)
  const type = head.toString('latin1', 4, 8)
  if (short === 1 && head.length < 16) return undefined
  const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? limit - start : short
  const content = start + (short === 1 ? 16 : 8)
  if (size < content - start || start + size > limit) return undefined
  return { type, start, content, end: start + size }
}

/** A track header's size, 16.16 fixed point at its end; sound has none. */
async function readSize(handle: FileHandle, box: Box): Promise<{ width: number; height: number } | undefined> {
  const end = await read(handle, box.end - 8, 8)
  if (end.length < 8) return undefined
  const [width, height] = [Math.round(end.readUInt32BE(0) / 65536), Math.round(end.readUInt32BE(4) / 65536)]
  return width > 0 && height > 0 ? { width, height } : undefined
}

async function read(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, length))
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, at)
  return bytes.subarray(0, bytesRead)
}
