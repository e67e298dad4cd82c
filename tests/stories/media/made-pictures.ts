import sharp from 'sharp'

/** A photograph's stand-in: noise, so that nothing in it can be guessed. */
export function noise(width: number, height: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(width * height * 3)
  let state = seed
  for (let at = 0; at < bytes.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    bytes[at] = state >>> 24
  }
  return bytes
}

/** As a telephone writes it: lying on its side, with place, device, day, and a preview of itself. */
export function phonePhoto(width = 640, height = 480): Promise<Buffer> {
  return sharp(noise(width, height), { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'HUAWEI', Model: 'P50 Pro', Artist: 'Zhang San', Copyright: 'secret-owner' },
      IFD2: { DateTimeOriginal: '2026:05:03 10:11:12', UserComment: 'secret-comment' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 15/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 1/1 0/1',
      },
    })
    .withXmp(
      '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="30,15N" exif:Note="secret-xmp"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
    )
    .jpeg({ quality: 90 })
    .toBuffer()
}

export const png = (width: number, height: number, pixels = noise(width, height)): Promise<Buffer> =>
  sharp(pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer()

/** A GIF of two frames. */
export function moving(width: number, height: number): Promise<Buffer> {
  const frames = Buffer.concat([noise(width, height), noise(width, height, 7)])
  return sharp(frames, { raw: { width, height: height * 2, channels: 3, pageHeight: height } })
    .gif()
    .toBuffer()
}

/** A PNG that says it is `width` by `height` and holds next to nothing. */
export function bomb(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#fff' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer()
}

/** An MP4 of `size` bytes of film, with notes on place and device where cameras put them. */
export function* film(size: number, notes = true): Generator<Buffer> {
  yield box('ftyp', Buffer.from('isom\0\0\x02\0isommp42', 'latin1'))
  const udta = box('udta', box('\u00a9xyz', Buffer.from('\0\u0012\u0015\u00c7+30.2500+120.0166/', 'latin1')))
  const trackHeader = Buffer.alloc(84)
  trackHeader.writeUInt32BE(1920 * 65536, 76)
  trackHeader.writeUInt32BE(1080 * 65536, 80)
  const track = box('trak', box('tkhd', trackHeader))
  const meta = box('meta', Buffer.from('com.android.manufacturer HUAWEI', 'latin1'))
  yield box('moov', Buffer.concat([box('mvhd', Buffer.alloc(100)), track, ...(notes ? [udta, meta] : [])]))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(size + 8, 0)
  head.write('mdat', 4, 'latin1')
  yield head
  const piece = noise(1, 1024 * 256).subarray(0, 512 * 1024)
  for (let left = size; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length))
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}
