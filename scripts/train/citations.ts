import path from 'node:path'
import type { TrainingPassage } from './training-passages.ts'

const CITED = /(?:《([^》]{2,40})》|(本(?:法|条例|规定|办法|解释)))(第[一二三四五六七八九十百千零]+条)/g

/** Which passage cites which, by number: a clause others of the same law, an interpretation or a case the law's. */
export function findCitations(passages: readonly TrainingPassage[]): (readonly [number, number])[] {
  const places = new Map<string, number>()
  const put = (key: string, place: number) => {
    if (!places.has(key)) places.set(key, place)
  }
  passages.forEach((one, place) => {
    put(`${one.document}\n${one.heading}`, place)
    put(`${bareName(one.title)}\n${one.heading}`, place)
  })
  // A law that is split into books stands in a folder of its name.
  passages.forEach((one, place) => {
    put(`${path.basename(path.dirname(one.file))}\n${one.heading}`, place)
  })
  return passages.flatMap((one, from) =>
    [...one.folded.matchAll(CITED)].flatMap(([, law, own, heading]) => {
      const place = own ? `${one.document}\n${heading}` : `${bareName(law ?? '')}\n${heading}`
      const to =
        places.get(place) ?? (own ? places.get(`${path.basename(path.dirname(one.file))}\n${heading}`) : undefined)
      return to === undefined || to === from ? [] : [[from, to] as const]
    }),
  )
}

const bareName = (title: string) => title.replace(/^中华人民共和国/, '').replace(/[(（].*$/, '')
