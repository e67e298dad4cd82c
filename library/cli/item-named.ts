import { CommandError } from './command-context.ts'

/**
 * The id of an item as a person gives it: the id itself, or the address that `search` prints and the
 * window copies (`xinhuo://item/ID#第六十二条`).
 * @throws {CommandError} when nothing is left
 */
export function itemNamed(given: string): string {
  const id = given.trim().replace(/^xinhuo:\/\/item\/([^/?#]*).*$/su, '$1')
  if (id !== '' && id !== '.' && id !== '..') return id
  throw new CommandError({ code: 'USAGE', what: '没有写条目编号。', todo: '编号在检索结果里，例如：xinhuo show 编号' })
}
