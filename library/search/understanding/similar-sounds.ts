/** Beginnings and endings that many speakers do not tell apart. */
const INITIALS: readonly (readonly [string, string])[] = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['n', 'l'],
  ['f', 'h'],
]
const FINALS = /(?<=[iea])ng$|(?<=[iea])n$/

/** The same text for syllables that sound alike: zhai and zai, ling and nin. */
export function soundClass(syllable: string): string {
  const [from, to] = INITIALS.find(([one]) => syllable.startsWith(one)) ?? ['', '']
  return (to + syllable.slice(from.length)).replace(/(?<=[iea])ng$/, 'n')
}

/** Other spellings of a syllable by one or both of its ends: zhang → zang, zhan, zan. */
export function similarSyllables(syllable: string): string[] {
  const heads = [syllable]
  for (const [one, other] of INITIALS) {
    if (syllable.startsWith(one)) heads.push(other + syllable.slice(one.length))
    else if (syllable.startsWith(other)) heads.push(one + syllable.slice(other.length))
    else continue
    break
  }
  const tails = heads.map((head) => head.replace(FINALS, (end) => (end === 'n' ? 'ng' : 'n')))
  return [...new Set([...heads, ...tails])].filter((one) => one !== syllable)
}
