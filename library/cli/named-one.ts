import { CommandError } from './command-context.ts'

/** Titles named where several are meant. */
const NAMED = 5

interface Named {
  readonly id: string
  readonly title: string
}

/**
 * The one of an id, a title, or a beginning of either that no other has; else the only one there is.
 * @param words what it is called (故事), and the command that lists them
 * @throws {CommandError} when there is none, or several
 */
export function namedOne<T extends Named>(
  all: readonly T[],
  given: string,
  words: { readonly kind: string; readonly list: string },
): T {
  const whole = all.filter(({ id, title }) => id === given || title === given)
  const begun = all.filter(({ id, title }) => id.startsWith(given) || title.startsWith(given))
  const found = whole.length > 0 ? whole : begun.length > 0 ? begun : all
  if (found.length === 1 && found[0]) return found[0]
  const { kind, list } = words
  throw new CommandError({
    code: 'USAGE',
    what: found.length === 0 ? `没有“${given}”这个${kind}。` : `有 ${found.length} 个${kind}都像是“${given}”。`,
    todo:
      found.length === 0
        ? `用 ${list} 查看编号和标题。`
        : `请写编号：${found
            .slice(0, NAMED)
            .map(({ id, title }) => `${id}（${title}）`)
            .join('、')}${found.length > NAMED ? '……' : ''}。`,
  })
}
