import type { StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'

/** A story stands on its sources: there has to be one, somebody has to have looked at it, and its file has to be there. */
export async function checkSources(
  { sources }: StoryRecord,
  isThere: (sha256: string) => Promise<boolean>,
): Promise<Found[]> {
  if (sources.length === 0) {
    return [
      {
        code: 'source',
        severity: 'must',
        place: { field: 'sources' },
        says: '这个故事没有写来源。',
        todo: '请写明是谁说的、哪份材料里有；亲身经历也是来源。',
        about: ['none'],
      },
    ]
  }
  const isVerified = sources.some(({ verified }) => verified !== undefined)
  const found: Found[] = []
  for (const [at, { id, title, verified, file }] of sources.entries()) {
    const place = { field: `sources/${at}`, quote: title }
    if (!verified) {
      found.push({
        code: 'source',
        severity: isVerified ? 'should' : 'must',
        place,
        says: `来源“${title || '（没有名称）'}”还没有人核实。`,
        todo: '请核实后写上由谁、哪天、怎么核实的。',
        about: [id, title, 'unverified'],
      })
    }
    if (file && !(await isThere(file.sha256))) {
      found.push({
        code: 'source',
        severity: 'should',
        place,
        says: `来源“${title}”的文件“${file.name}”不在资料库里。`,
        todo: '请重新附上，或去掉这个文件；没有它，以后无从查对。',
        about: [id, file.sha256],
      })
    }
  }
  return found
}
