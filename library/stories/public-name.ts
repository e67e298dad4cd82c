import type { StoryConsent, StoryPerson } from './story.schema.ts'

/** Surnames of two characters, as they are common. */
const TWO = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|夏侯|端木|轩辕|宇文|长孙|鲜于|闾丘|申屠)/

/** Whether a consent says that this person's name may be printed. A minor's never is. */
export const mayBeNamed = (person: StoryPerson, consents: readonly StoryConsent[]): boolean =>
  person.minor !== true && consents.some(({ who, covers }) => who === person.id && covers.includes('name'))

/** What is printed of a person: the name where a consent covers it, else the alias, else one made of the surname. */
export function publicName(person: StoryPerson, consents: readonly StoryConsent[]): string {
  if (mayBeNamed(person, consents)) return person.name
  return person.alias || madeAlias(person)
}

/** 王某; 一位群众 for a name that is not Chinese; 一个孩子 for a minor. */
export function madeAlias({ name, minor, post }: Pick<StoryPerson, 'name' | 'minor' | 'post'>): string {
  const bare = name.replace(/\s/gu, '')
  if (minor) return '一个孩子'
  if (!/^\p{Script=Han}{2,4}$/u.test(bare)) return post ? `一位${post}的同志` : '一位群众'
  return `${TWO.exec(bare)?.[0] ?? bare.slice(0, 1)}某`
}
