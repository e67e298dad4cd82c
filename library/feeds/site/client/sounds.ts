/** Words and titles by how they sound. */
export interface Sounds {
  /** Words that sound so, or begin so; the likeliest first. `likeness` 0 to 1. */
  wordsLike(typed: string): readonly { readonly word: string; readonly likeness: number }[]
  /** Stories by number whose title has the sounds. */
  titlesLike(typed: string): readonly { readonly title: number; readonly likeness: number }[]
}

interface Sounding {
  readonly syllables: readonly string[]
  readonly whole: string
  readonly initials: string
}

/** @param text as in `SearchSounds` */
export function openSounds(text: string): Sounds {
  const [words = '', titles = ''] = text.split(/\n\n|^\n/, 2)
  const ofWords = words.split('\n').flatMap((line) => {
    const [word = '', sound = '', known] = line.split('\t')
    return word === '' ? [] : [{ word, weight: known === undefined ? 0.5 : 1, ...soundingOf(sound) }]
  })
  const ofTitles = titles.split('\n').map(soundingOf)
  return {
    wordsLike: (typed) =>
      ofWords
        .flatMap(({ word, weight, ...sounding }) => {
          const likeness = weight * likenessOf(typed, sounding)
          return likeness > 0 ? [{ word, likeness }] : []
        })
        .sort((a, b) => b.likeness - a.likeness || a.word.length - b.word.length),
    titlesLike: (typed) =>
      ofTitles.flatMap((sounding, title) => (hasSounds(typed, sounding) ? [{ title, likeness: 0.8 }] : [])),
  }
}

function soundingOf(sound: string): Sounding {
  const syllables = sound.split(' ').filter(Boolean)
  return { syllables, whole: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join('') }
}

function likenessOf(typed: string, { whole, initials }: Sounding): number {
  if (whole === typed || initials === typed) return 1
  if (typed.length >= 2 && whole.startsWith(typed)) return 0.8
  return typed.length >= 3 && initials.startsWith(typed) ? 0.6 : 0
}

/** From the beginning of a syllable on; two letters alone would be found everywhere. */
function hasSounds(typed: string, { syllables, initials }: Sounding): boolean {
  if (typed.length >= 4 && initials.includes(typed)) return true
  return typed.length >= 4 && syllables.some((_, from) => syllables.slice(from).join('').startsWith(typed))
}
