import sharp from 'sharp'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import type { MeetingPart, MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { createRandom } from '../seeded-random.ts'

/** Pixels, as a phone's picture that somebody has made smaller to send it. */
const SIZE = { width: 1600, height: 1067 }

/** A picture with soft light and fine grain, which compresses as a photograph does; another for each number. */
export async function inventPicture(number: number): Promise<Buffer> {
  const random = createRandom(`picture ${number}`)
  const colour = () => `hsl(${Math.floor(random() * 360)} 40% ${30 + Math.floor(random() * 40)}%)`
  const shapes = Array.from(
    { length: 12 },
    () =>
      `<ellipse cx="${random() * SIZE.width}" cy="${random() * SIZE.height}" rx="${100 + random() * 300}" ry="${60 + random() * 200}" fill="${colour()}" opacity="0.6"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}"><rect width="100%" height="100%" fill="${colour()}"/>${shapes.join('')}</svg>`
  const grain = {
    create: {
      ...SIZE,
      channels: 3 as const,
      background: '#808080',
      noise: { type: 'gaussian' as const, mean: 128, sigma: 18 },
    },
  }
  const noise = await sharp(grain).png().toBuffer()
  return sharp(Buffer.from(svg))
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** A meeting of `parts` parts that tells of its subject in words of the domain, its pictures spread over them. */
export function inventMeeting(
  words: readonly string[],
  parts: number,
  pictures: readonly MaterialPicture[],
): Partial<MeetingRecord> & Pick<MeetingRecord, 'type' | 'format' | 'title' | 'parts'> {
  const random = createRandom('meeting')
  const word = () => words[Math.floor(random() * words.length)] ?? '低保'
  const sentence = () => `办${word()}的时候，先问清楚${word()}，再看${word()}，该当场办的当场办，办不了的说明去处。`
  const text = (sentences: number) => Array.from({ length: sentences }, sentence).join('')
  const made = Array.from({ length: parts }, (_, at): MeetingPart => {
    const own = pictures.filter((_, number) => number % parts === at)
    const common = {
      id: `part-${at + 1}`,
      title: `第${at + 1}件：${word()}`,
      minutes: 5,
      notes: text(4),
      pictures: own,
    }
    const cite = (n: number) => ({
      id: `c-${at}-${n}`,
      title: '宅基地管理办法',
      provision: `第${at + 1}${n}条`,
      text: text(5),
    })
    if (at % 3 === 0) return { ...common, type: 'reading', text: '', cites: [cite(1), cite(2)] }
    if (at % 3 === 1) return { ...common, type: 'opening', text: text(6), cites: [] }
    return { ...common, type: 'discussion', text: '四人一组，十分钟。', questions: [sentence(), sentence()], cites: [] }
  })
  return { type: 'meeting', format: 1, title: '全镇窗口业务培训', parts: made }
}
