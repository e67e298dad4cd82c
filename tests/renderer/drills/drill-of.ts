import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'

/** Turns in short: `{ a: ['b', undefined, 'end'] }` is a turn with three choices, `{ a: [] }` one that goes on. */
export function drillOf(turns: Readonly<Record<string, readonly (string | undefined)[]>>): DrillRecord {
  return {
    type: 'drill',
    format: 1,
    title: '窗口前',
    topics: [],
    audience: { posts: [], level: 'all' },
    minutes: 20,
    setting: '',
    roles: [],
    happened: '',
    debrief: [],
    cites: [],
    turns: Object.entries(turns).map(([id, goals]) => ({
      id,
      title: `场面${id}`,
      text: '来了人。',
      lines: [],
      choices: goals.map((to, at) => ({
        id: `c${at + 1}`,
        text: `做法${at + 1}`,
        outcome: '有了下文。',
        cites: [],
        ...(to !== undefined && { to }),
      })),
    })),
  }
}
