/** The first character of each initial, in the order of pinyin: every later character up to the next one begins with it. */
const firstOfInitial = [...'阿芭擦搭蛾发噶哈讥咔垃妈拿哦啪期然撒塌挖昔压匝']
const initials = 'abcdefghjklmnopqrstwxyz'
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** The letter a word is called by on a keyboard: 群众 by q, Anna by a; '' where there is none. */
export function initialOf(word: string): string {
  const first = word.trim().charAt(0)
  if (/[a-z0-9]/i.test(first)) return first.toLowerCase()
  if (!/\p{Script=Han}/u.test(first)) return ''
  const at = firstOfInitial.findLastIndex((one) => byPinyin.compare(one, first) <= 0)
  return initials.charAt(at)
}

/**
 * Whom a letter means among roles: the next one after the present whose name begins with it, or whose place it is
 * (1, 2 …). Undefined where it means nobody.
 */
export function roleOfLetter<Role extends { readonly id: string; readonly name: string }>(
  roles: readonly Role[],
  present: string | undefined,
  letter: string,
): Role | undefined {
  const typed = letter.toLowerCase()
  if (!/^[a-z1-9]$/.test(typed)) return undefined
  if (/[1-9]/.test(typed)) return roles[Number(typed) - 1]
  const from = roles.findIndex(({ id }) => id === present) + 1
  return [...roles.slice(from), ...roles.slice(0, from)].find(({ name }) => initialOf(name) === typed)
}
