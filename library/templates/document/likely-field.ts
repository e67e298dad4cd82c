import { pinyin } from 'pinyin-pro'

/** The name that someone probably meant, by letters and by sound; undefined when none is near. */
export function likelyField(written: string, names: readonly string[]): string | undefined {
  const word = plain(written)
  if (word === '') return undefined
  let best: { name: string; distance: number } | undefined
  for (const name of names) {
    const other = plain(name)
    const distance = other === word ? 0 : editDistance(word, other)
    if (distance <= allowed(Math.max([...word].length, [...other].length)) && distance < (best?.distance ?? Infinity)) {
      best = { name, distance }
    }
  }
  if (best) return best.name
  const sound = soundOf(word)
  return (
    names.find((name) => soundOf(plain(name)) === sound) ??
    names.find((name) => name.length >= 2 && (plain(name).includes(word) || word.includes(plain(name))))
  )
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
const allowed = (length: number) => (length <= 2 ? 0 : Math.max(1, Math.floor(length / 3)))
const soundOf = (text: string) => pinyin(text, { toneType: 'none', type: 'array' }).join('').toLowerCase()

/** How many characters have to be put in, taken out or exchanged (Levenshtein 1965), neighbours swapped counting once. */
export function editDistance(one: string, other: string): number {
  const a = [...one]
  const b = [...other]
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const exchange = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(exchange, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
