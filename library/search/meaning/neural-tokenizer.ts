/** What a BERT model reads: `[CLS] … [SEP]` as numbers of its vocabulary. */
export interface NeuralTokenizer {
  /** At most `maxTokens` numbers, both marks included. */
  encode(text: string): number[]
  /** Fills up the shorter sentences of a batch. */
  readonly padding: number
}

export interface TokenizerOptions {
  /** Both marks included. */
  readonly maxTokens: number
  /** For models without capitals, as the Chinese ones are: lower case, accents taken off. */
  readonly lowercase: boolean
}

/** Longer words are not looked up piece by piece, as in BERT's own tokenizer. */
const LONGEST_WORD = 100
/** The blocks that BERT takes apart into single characters: CJK ideographs, no kana and no hangul. */
const IDEOGRAPH =
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu
/** All ASCII that is neither letter, digit nor space counts, also what Unicode calls a symbol (`$`, `^`). */
const PUNCTUATION = /[!-/:-@[-`{-~]|\p{P}/gu

/**
 * BERT's tokenizer (basic tokenizer, then WordPiece by the longest known piece).
 * @param vocabulary the lines of vocab.txt; the line is the number
 * @throws {RangeError} when one of [PAD], [UNK], [CLS], [SEP] is not among them
 */
export function createNeuralTokenizer(vocabulary: readonly string[], options: TokenizerOptions): NeuralTokenizer {
  const numbers = new Map(vocabulary.map((piece, number) => [piece, number]))
  const mark = (piece: string) => {
    const number = numbers.get(piece)
    if (number === undefined) throw new RangeError(`vocab.txt has no ${piece}`)
    return number
  }
  const [padding, unknown, first, last] = [mark('[PAD]'), mark('[UNK]'), mark('[CLS]'), mark('[SEP]')]
  const room = options.maxTokens - 2

  return {
    padding,
    encode(text) {
      const tokens: number[] = []
      for (const word of basicTokens(text, options.lowercase)) {
        tokens.push(...(wordPieces(word, numbers) ?? [unknown]))
        if (tokens.length >= room) break
      }
      return [first, ...tokens.slice(0, room), last]
    },
  }
}

/** Words, single ideographs and single punctuation marks. */
function basicTokens(text: string, lowercase: boolean): string[] {
  let clean = text
    .replace(/[\t\n\r\p{Zs}]/gu, ' ')
    .replace(/[\p{C}\ufffd]/gu, '')
    .replace(IDEOGRAPH, ' $& ')
  if (lowercase)
    clean = clean
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
  return clean
    .replace(PUNCTUATION, ' $& ')
    .split(' ')
    .filter((word) => word !== '')
}

/** The longest known pieces from the left; undefined when a rest is not known. */
function wordPieces(word: string, numbers: ReadonlyMap<string, number>): number[] | undefined {
  const characters = [...word]
  if (characters.length > LONGEST_WORD) return undefined
  const pieces: number[] = []
  for (let from = 0; from < characters.length; ) {
    let to = characters.length
    let piece: number | undefined
    for (; to > from; to--) {
      piece = numbers.get((from > 0 ? '##' : '') + characters.slice(from, to).join(''))
      if (piece !== undefined) break
    }
    if (piece === undefined) return undefined
    pieces.push(piece)
    from = to
  }
  return pieces
}
