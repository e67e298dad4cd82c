/**
 * Cuts text for the site's search, on both sides the same: when its index is written and when somebody types. It has no
 * imports, since it runs in Node and in the reader's browser.
 */

const HAN = /^\p{Script=Han}/u

/** Full width to half, capitals to small. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** A stretch of text that is searched as one: characters, or a word or number in letters. */
export interface Run {
  readonly text: string
  readonly han: boolean
}

export function runsOf(folded: string): Run[] {
  return (folded.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []).map((text) => ({
    text,
    han: HAN.test(text),
  }))
}

/**
 * The terms of a text: overlapping pairs of characters, the last character of each run by itself, and words in letters.
 * One character is found by the pairs that begin with it.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = []
  for (const run of runsOf(fold(text))) {
    if (!run.han) {
      terms.push(run.text.slice(0, 40))
      continue
    }
    const characters = [...run.text]
    for (let at = 0; at + 1 < characters.length; at++) terms.push(`${characters[at]}${characters[at + 1]}`)
    terms.push(characters.at(-1) ?? '')
  }
  return terms
}

/** The pairs that a run of at least two typed characters must have. */
export function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** The file of the index that a term is in: by its first character, so that all that begins with it lies together. */
export function shardOf(term: string, bits: number): number {
  return bits === 0 ? 0 : Math.imul(term.codePointAt(0) ?? 0, 0x9e3779b1) >>> (32 - bits)
}
