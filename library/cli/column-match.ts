import { InvalidArgumentError } from 'commander'
import type { ColumnMatch } from '../templates/known/known-view.ts'
import { CommandError } from './command-context.ts'

export type NamedPair = readonly [string, string]

/** `列=字段`, once more. */
export const namedPair = (given: string, before: readonly NamedPair[]): readonly NamedPair[] => {
  const at = given.lastIndexOf('=')
  if (at < 1) throw new InvalidArgumentError('请写成 名称=内容。')
  return [...before, [given.slice(0, at), given.slice(at + 1)]]
}

/** The columns as they were matched, with what the person says of some; undefined where they say nothing. */
export function columnMatch(columns: readonly ColumnMatch[] | undefined, said: readonly NamedPair[]) {
  if (said.length === 0 || !columns) return undefined
  const fields = new Map(said)
  const unknown = [...fields.keys()].find((column) => !columns.some((one) => one.column === column))
  if (unknown !== undefined) {
    const names = columns.map(({ column }) => column).join('、')
    throw new CommandError({ code: 'USAGE', what: `表格里没有“${unknown}”这一列。`, why: `有：${names}。` })
  }
  const taken = new Set(fields.values())
  return columns.map(({ column, field }) => {
    const given = fields.get(column)
    const kept = given ?? (field !== undefined && taken.has(field) ? undefined : field)
    return { column, ...(kept && { field: kept }) }
  })
}
