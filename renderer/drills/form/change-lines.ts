import type { DrillRole, DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import { freshId } from '../../record-form/record-path.ts'

export type DrillLine = DrillTurn['lines'][number]

/** The most lines of a turn, and the longest of them, in characters. */
export const MOST_LINES = 60
const LONGEST = 1000

/** A line after another one. Two who talk take turns; who talks alone is answered by the next of the roles. */
export function withLineAfter(lines: readonly DrillLine[], at: number, roles: readonly DrillRole[]): DrillLine[] {
  const speaker = lines[at]?.role
  const other = lines.slice(0, Math.max(0, at)).findLast(({ role }) => role !== undefined && role !== speaker)?.role
  const place = roles.findIndex(({ id }) => id === speaker)
  const role = other ?? roles[(place + 1) % Math.max(1, roles.length)]?.id
  const line: DrillLine = { id: freshId('l', lines), text: '', ...(role !== undefined && { role }) }
  return [...lines.slice(0, at + 1), line, ...lines.slice(at + 1)]
}

/**
 * Lines for a script that was copied from elsewhere, in place of the line it is put into: `群众：…` is spoken by the
 * role of that name, everything else by the one of the line. Undefined for a single line, which is only words.
 */
export function withScriptAt(
  lines: readonly DrillLine[],
  at: number,
  script: string,
  roles: readonly DrillRole[],
): DrillLine[] | undefined {
  const said = script.split(/\r?\n/).flatMap((one) => one.trim() || [])
  if (said.length < 2) return undefined
  const here = lines[at]
  const before = here?.text.trim() ? [here] : []
  const kept = [...lines.slice(0, at), ...before]
  const after = lines.slice(at + 1)
  const added: DrillLine[] = []
  for (const one of said.slice(0, MOST_LINES - kept.length - after.length)) {
    const [, name = '', words = ''] = /^([^：:]{1,40})[：:]\s*(.*)$/u.exec(one) ?? []
    const speaker = roles.find((role) => role.name !== '' && role.name === name.trim())
    const role = speaker?.id ?? here?.role
    added.push({
      id: freshId('l', [...lines, ...added]),
      text: (speaker ? words : one).slice(0, LONGEST),
      ...(role !== undefined && { role }),
    })
  }
  return [...kept, ...added, ...after]
}

/** A line spoken by another role, or told by nobody in particular. */
export function withSpeaker({ role: _, ...line }: DrillLine, role: string | undefined): DrillLine {
  return role === undefined ? line : { ...line, role }
}
