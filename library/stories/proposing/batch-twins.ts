import { likenessOf } from '../likeness/likeness-of.ts'
import { shinglesOf } from '../likeness/shingles.ts'
import { textBands } from '../likeness/text-bands.ts'

/** From here on two stories of a batch are told to be nearly the same. */
const ALIKE = 0.6

/** Tells apart which stories of a batch say nearly the same as one before them. */
export function batchTwins(): { add(text: string, name: string): string | undefined } {
  const byBand = new Map<string, number[]>()
  const known: { name: string; shingles: ReturnType<typeof shinglesOf> }[] = []
  return {
    add(text, name) {
      const shingles = shinglesOf(text)
      const keys = textBands(text).map(({ band, hash }) => `${band} ${hash}`)
      const near = new Set(keys.flatMap((key) => byBand.get(key) ?? []))
      const twin = [...near].find((at) => likenessOf(shingles, known[at]?.shingles ?? shingles) >= ALIKE)
      for (const key of keys) byBand.set(key, [...(byBand.get(key) ?? []), known.length])
      known.push({ name, shingles })
      return twin === undefined ? undefined : known[twin]?.name
    },
  }
}
