import { type CharacterReadings, createCharacterReadings } from '../../search/understanding/character-readings.ts'

/** Readings of one name that are kept: 单 is shan and dan. */
const MOST_READINGS = 8

let readings: CharacterReadings | undefined

/** How a name is typed in pinyin: its initials and whole spellings with a bar before each, e.g. `|zs|zhangsan`. */
export function nameSpelling(name: string): string {
  readings ??= createCharacterReadings()
  let spelled: readonly { readonly initials: string; readonly whole: string }[] = [{ initials: '', whole: '' }]
  for (const character of name.normalize('NFKC')) {
    const own = readings(character)
    const syllables = own.length > 0 ? own : /[a-z0-9]/i.test(character) ? [character.toLowerCase()] : ['']
    spelled = spelled
      .flatMap(({ initials, whole }) =>
        syllables.map((syllable) => ({ initials: initials + syllable.slice(0, 1), whole: whole + syllable })),
      )
      .slice(0, MOST_READINGS)
  }
  const distinct = new Set(spelled.flatMap(({ initials, whole }) => [initials, whole]))
  distinct.delete('')
  return [...distinct].map((one) => `|${one}`).join('')
}
