import type { DrillRecord, DrillRole } from '../../../library/meetings/drills/drill.schema.ts'
import { onlyGoesOn } from '../graph/change-turns.ts'
import { endingTurns, reachedTurns, waysOf } from '../graph/drill-ways.ts'
import { TO_EDIT } from '../story/to-edit.ts'

/** Something a drill lacks, and where in the record. Places count from 0. */
export interface DrillFinding {
  readonly code:
    | 'no-turns'
    | 'no-ending'
    | 'unreached'
    | 'trapped'
    | 'lost'
    | 'no-text'
    | 'no-outcome'
    | 'silent'
    | 'unspoken'
    | 'secret'
    | 'to-edit'
  readonly path: string
  readonly turn?: number | undefined
  readonly choice?: number | undefined
  readonly role?: string | undefined
  /** The first words of what is to be edited. */
  readonly quote?: string | undefined
}

/** What is still to be looked at before a drill is played, in the order of the form. It only tells, and stops nothing. */
export function checkDrill(record: DrillRecord): DrillFinding[] {
  return [...toEdit(record), ...ofRoles(record), ...ofTurns(record)]
}

function ofTurns({ turns, roles }: DrillRecord): DrillFinding[] {
  if (turns.length === 0) return [{ code: 'no-turns', path: 'turns' }]
  const [reached, ending] = [reachedTurns(turns), endingTurns(turns)]
  const known = new Set(roles.map(({ id }) => id))
  const lost = waysOf(turns).filter(({ goal }) => goal.kind === 'nowhere')
  const ends = [...reached].some((at) => ending.has(at))
  const found = turns.flatMap((turn, at): DrillFinding[] => {
    const path = `turns/${at}`
    const choices = onlyGoesOn(turn) ? [] : turn.choices
    return [
      ...(reached.has(at) ? [] : [{ code: 'unreached', path, turn: at } as const]),
      ...(ends && reached.has(at) && !ending.has(at) ? [{ code: 'trapped', path, turn: at } as const] : []),
      ...turn.lines.flatMap((line, n) =>
        line.role !== undefined && !known.has(line.role)
          ? [{ code: 'unspoken', path: `${path}/lines/${n}`, turn: at } as const]
          : [],
      ),
      ...choices.flatMap(({ text, outcome }, choice) => [
        ...(text.trim() === ''
          ? [{ code: 'no-text', path: `${path}/choices/${choice}/text`, turn: at, choice } as const]
          : []),
        ...(text.trim() !== '' && outcome.trim() === ''
          ? [{ code: 'no-outcome', path: `${path}/choices/${choice}/outcome`, turn: at, choice } as const]
          : []),
      ]),
      ...lost
        .filter((way) => way.at === at)
        .map(({ choice = 0 }) => ({ code: 'lost', path: `${path}/choices/${choice}/to`, turn: at, choice }) as const),
    ]
  })
  return ends ? found : [{ code: 'no-ending', path: `turns/${turns.length - 1}` }, ...found]
}

function ofRoles(record: DrillRecord): DrillFinding[] {
  const spoken = new Set(record.turns.flatMap(({ lines }) => lines.map(({ role }) => role)))
  // Where nobody's words are written they are all found while playing.
  const written = record.turns.some(({ lines }) => lines.length > 0)
  return record.roles.flatMap((role, at): DrillFinding[] => {
    const told = secretToldAt(record, role)
    return [
      ...(written && !spoken.has(role.id)
        ? [{ code: 'silent', path: `roles/${at}/name`, role: role.name } as const]
        : []),
      ...(told === undefined ? [] : [{ code: 'secret', path: told, role: role.name } as const]),
    ]
  })
}

/** Shorter words than these stand in many texts without telling anything. */
const TELLING = 6

/** Where everybody reads words of what only one player may know. What comes out in the end is no secret any more. */
function secretToldAt(record: DrillRecord, { secret }: DrillRole): string | undefined {
  const parts = (secret ?? '')
    .split(/[，。；！？：,.;!?:\n]/u)
    .map(bare)
    .filter((part) => part.length >= TELLING)
  if (parts.length === 0) return undefined
  const read: (readonly [path: string, text: string | undefined])[] = [
    ['setting', record.setting],
    ['summary', record.summary],
    ...record.roles.map(({ about }, at) => [`roles/${at}/about`, about] as const),
    ...record.turns.flatMap(({ title, text, ask, choices }, at) => [
      [`turns/${at}/title`, title] as const,
      [`turns/${at}/text`, text] as const,
      [`turns/${at}/ask`, ask] as const,
      ...choices.map((choice, n) => [`turns/${at}/choices/${n}/text`, choice.text] as const),
    ]),
  ]
  return read.find(([, text]) => parts.some((part) => bare(text ?? '').includes(part)))?.[0]
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '')
}

const QUOTED = 10

/** Every place that was filled from elsewhere and still says so. */
function toEdit(record: DrillRecord): DrillFinding[] {
  const found: DrillFinding[] = []
  const look = (value: unknown, path: string) => {
    if (typeof value === 'string') {
      if (value.includes(TO_EDIT)) found.push({ code: 'to-edit', path, ...turnIn(path), quote: quoted(value) })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) look(inner, path === '' ? key : `${path}/${key}`)
    }
  }
  look(record, '')
  return found
}

function quoted(text: string): string {
  const words = text.slice(text.indexOf(TO_EDIT) + TO_EDIT.length).trim()
  return words.length > QUOTED ? `${words.slice(0, QUOTED)}…` : words
}

function turnIn(path: string): { turn?: number } {
  const place = /^turns\/(\d+)\//.exec(path)?.[1]
  return place === undefined ? {} : { turn: Number(place) }
}
