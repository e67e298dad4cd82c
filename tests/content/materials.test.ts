import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { DrillRecord } from '../../library/meetings/drills/drill.schema.ts'
import type { QuizQuestion } from '../../library/meetings/learning/path.schema.ts'
import type { CitedPassage } from '../../library/meetings/materials/cited.schema.ts'
import { MaterialRecord } from '../../library/meetings/materials/material.schema.ts'
import { bodyOfMaterial } from '../../scripts/ready-materials/body-of-material.ts'
import { contentRoot, readContent, readVocabulary } from './read-content.ts'
import { readContentMaterials } from './read-content-material.ts'

const materials = readContentMaterials()
const Terms = z.array(z.object({ name: z.string() }))
const topics = new Set(Terms.parse(readVocabulary('topics')).map(({ name }) => name))
const posts = new Set(Terms.parse(readVocabulary('posts')).map(({ name }) => name))
const items = new Map(readContent().map(({ name, body }) => [name.replace('.md', ''), body]))
const recordsOf = <T extends MaterialRecord['type']>(type: T) =>
  materials.flatMap(({ identifier, record }) =>
    record.type === type ? [{ identifier, record: record as Extract<MaterialRecord, { type: T }> }] : [],
  )
const meetings = recordsOf('meeting')
const drills = recordsOf('drill')
const guides = recordsOf('guide')
const paths = recordsOf('path')
const questions = [
  ...meetings.flatMap(({ record }) => record.parts.flatMap((part) => (part.type === 'quiz' ? part.questions : []))),
  ...paths.flatMap(({ record }) => record.steps.flatMap((step) => step.questions)),
]

/** Every value of a record, to look for a kind of thing anywhere in it. */
function everywhere(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(everywhere)
  if (typeof value !== 'object' || value === null) return [value]
  return [value, ...Object.values(value).flatMap(everywhere)]
}

/** Where each choice of a turn leads; `end` ends the drill. */
function leadsTo(drill: DrillRecord, at: number): string[] {
  const next = drill.turns[at + 1]?.id ?? 'end'
  const choices = drill.turns[at]?.choices ?? []
  return choices.length === 0 ? [next] : choices.map(({ to }) => to ?? next)
}

describe('the ready materials', () => {
  it('are six meetings, four drills, two step-by-step guides and three paths', () => {
    expect([meetings.length, drills.length, guides.length, paths.length]).toEqual([6, 4, 2, 3])
  })
})

describe.each(materials)('$folder/$identifier', ({ identifier, given, record }) => {
  it('is a valid record as written', () => {
    expect(MaterialRecord.safeParse(given).error?.issues ?? []).toEqual([])
  })

  it('is attached to the item of its name', () => {
    const item = readContent().find(({ name }) => name === `${identifier}.md`)
    expect(item?.frontMatter).toMatchObject({ title: record.title })
  })

  it('has the words of its record beside it', () => {
    expect(items.get(identifier)).toBe(bodyOfMaterial(record))
  })

  it('uses only topics and posts of the vocabulary', () => {
    expect(record.topics.filter((topic) => !topics.has(topic))).toEqual([])
    expect(record.audience.posts.filter((post) => !posts.has(post))).toEqual([])
    expect(record.topics.length * record.audience.posts.length).toBeGreaterThan(0)
  })

  it('names each thing within it once', () => {
    const inside = record.type === 'meeting' ? record.parts.map(withoutTaken) : record
    const ids = everywhere(inside).flatMap((value) =>
      typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? [value.id] : [],
    )
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('cites by title and article and keeps no words of a law that another library would have to trust', () => {
    const cites = everywhere(record).filter(isCited)
    for (const cite of cites) {
      expect(cite.title).not.toMatch(/[《》]/)
      expect(cite.provision).toMatch(/^第[一二三四五六七八九十百]+条$/)
      expect(cite).not.toHaveProperty('text')
    }
  })

  it('takes only items that are in the starter channel', () => {
    const named = everywhere(record).flatMap((value) =>
      typeof value === 'object' && value !== null && 'itemId' in value && typeof value.itemId === 'string'
        ? [value.itemId]
        : [],
    )
    const taken = record.type === 'meeting' ? record.parts.flatMap(takenFrom) : []
    expect([...named, ...taken].filter((id) => !items.has(id))).toEqual([])
  })

  it('contains no number that looks like an identity card or a mobile phone', () => {
    const leaking = everywhere(record).filter(
      (value) => typeof value === 'string' && /(?<![0-9a-f])(\d{17}[\dXx]|1[3-9]\d{9})(?![0-9a-f])/.test(value),
    )
    expect(leaking).toEqual([])
  })
})

describe.each(meetings)('the meeting $identifier', ({ record }) => {
  it('takes as long as it is planned', () => {
    expect(record.parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(record.minutesPlanned)
    expect(record.parts.every((part) => part.minutes > 0)).toBe(true)
  })

  it('begins with an opening, ends with a closing that says who does what, and has notes for each part', () => {
    expect(record.parts.at(0)?.type).toBe('opening')
    const last = record.parts.at(-1)
    expect(last?.type === 'closing' && last.todo.length > 0 && last.todo.every(({ who }) => who)).toBe(true)
    expect(
      record.parts.filter((part) => part.notes === '' || part.speaker === undefined).map(({ title }) => title),
    ).toEqual(record.parts.filter(({ title }) => title.startsWith('歇一歇')).map(({ title }) => title))
  })

  it('tells its stories in the words of the stories', () => {
    for (const part of record.parts) {
      if (part.type !== 'story') continue
      const body = items.get(part.story?.from?.id ?? '') ?? ''
      for (const section of part.story?.sections ?? []) {
        expect(body).toContain(`## ${section.heading}\n\n${section.text}\n`)
      }
      expect(part.story?.sections.length).toBeGreaterThan(2)
    }
  })

  it('plays drills and follows guides as they are in their own records', () => {
    for (const part of record.parts) {
      if (part.type !== 'scene' && part.type !== 'exercise') continue
      const taken = part.type === 'scene' ? part.drill : part.guide
      if (!taken) continue
      expect(taken).toEqual(materials.find(({ identifier }) => identifier === part.from?.id)?.record)
    }
  })
})

describe('the meetings together', () => {
  it('are of all five kinds and three levels', () => {
    expect(new Set(meetings.map(({ record }) => record.kind)).size).toBe(5)
    expect(new Set(meetings.map(({ record }) => record.audience.level))).toEqual(
      new Set(['all', 'beginner', 'intermediate', 'advanced']),
    )
  })

  it('have one whole afternoon with a story, a scene, a quiz and an exercise with a template', () => {
    const whole = meetings.filter(({ record }) => {
      const types = record.parts.map(({ type }) => type)
      return (
        record.parts.length >= 8 &&
        types.includes('story') &&
        types.includes('scene') &&
        types.includes('quiz') &&
        record.parts.some((part) => part.type === 'exercise' && part.template)
      )
    })
    expect(whole.length).toBeGreaterThan(0)
  })
})

describe.each(drills)('the drill $identifier', ({ record }) => {
  const turns = new Set(record.turns.map(({ id }) => id))

  it('leads somewhere with every choice', () => {
    const lost = record.turns.flatMap((_, at) => leadsTo(record, at)).filter((to) => to !== 'end' && !turns.has(to))
    expect(lost).toEqual([])
    for (const turn of record.turns) for (const choice of turn.choices) expect(choice.outcome).not.toBe('')
  })

  it('lets every turn be reached from the first', () => {
    const reached = new Set<string>()
    const open = [record.turns[0]?.id ?? '']
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === 'end' || reached.has(id)) continue
      reached.add(id)
      open.push(
        ...leadsTo(
          record,
          record.turns.findIndex((turn) => turn.id === id),
        ),
      )
    }
    expect(reached).toEqual(turns)
  })

  it('ends however one chooses', () => {
    const longest = (id: string, before: readonly string[]): void => {
      if (id === 'end') return
      expect(before).not.toContain(id)
      const at = record.turns.findIndex((turn) => turn.id === id)
      for (const to of leadsTo(record, at)) longest(to, [...before, id])
    }
    longest(record.turns[0]?.id ?? 'end', [])
  })

  it('has several endings, good and poor', () => {
    const endings = record.turns.flatMap((turn) => turn.choices.filter(({ to }) => to === 'end'))
    expect(endings.length).toBeGreaterThanOrEqual(3)
    expect(new Set(endings.map(({ worth }) => worth)).size).toBeGreaterThan(1)
  })

  it('gives the lines to roles it has, secrets to most of them, and talks it over afterwards', () => {
    const roles = new Set(record.roles.map(({ id }) => id))
    const strangers = record.turns.flatMap(({ lines }) => lines.filter(({ role }) => role && !roles.has(role)))
    expect(strangers).toEqual([])
    expect(record.roles.filter(({ secret }) => secret).length).toBeGreaterThanOrEqual(2)
    expect(record.debrief.length).toBeGreaterThanOrEqual(3)
    expect(record.happened).not.toBe('')
  })
})

describe.each(guides)('the guide $identifier', ({ record }) => {
  it('has one action and one picture a step, told for those who cannot see it, with what each mark says', () => {
    for (const step of record.steps) {
      expect(step.action).not.toBe('')
      expect(step.picture?.alternative).toBeTruthy()
      expect(step.marks.length).toBeGreaterThan(0)
      expect(step.marks.every(({ says }) => says)).toBe(true)
    }
  })

  it('names the very pictures that lie beside it', () => {
    for (const { picture } of record.steps) {
      const file = new URL(`guides/${picture?.name}`, contentRoot)
      expect(existsSync(file)).toBe(true)
      const bytes = readFileSync(file)
      expect({ sha256: picture?.sha256, size: picture?.size }).toEqual({
        sha256: createHash('sha256').update(bytes).digest('hex'),
        size: bytes.length,
      })
    }
  })
})

describe.each(paths)('the path $identifier', ({ record }) => {
  it('asks only for steps it has, and never in a circle', () => {
    const done = new Set<string>()
    let open = record.steps
    for (;;) {
      const ready = open.filter(({ after }) => after.every((id) => done.has(id)))
      if (ready.length === 0) break
      for (const { id } of ready) done.add(id)
      open = open.filter(({ id }) => !done.has(id))
    }
    expect(open.map(({ id }) => id)).toEqual([])
  })

  it('has something to read, something to play and a quiz, each with why', () => {
    const types = new Set(record.steps.map(({ type }) => type))
    expect(types.has('read') && types.has('drill') && types.has('quiz')).toBe(true)
    expect(record.steps.every(({ why }) => why)).toBe(true)
  })
})

describe('the paths together', () => {
  it('go from the first level to the third', () => {
    expect(new Set(paths.map(({ record }) => record.audience.level))).toEqual(
      new Set(['beginner', 'intermediate', 'advanced']),
    )
  })
})

describe('the quizzes', () => {
  it.each(questions)('$ask', (question) => {
    expect(rightAnswers(question)).toBe(true)
    expect(question.why).toBeTruthy()
  })
})

function rightAnswers({ type, options, isTrue, answers }: QuizQuestion): boolean {
  const many = options.filter(({ right }) => right).length
  if (type === 'single') return many === 1 && options.length > 1
  if (type === 'multiple') return many > 1 && many < options.length
  return type === 'judgement' ? isTrue !== undefined : answers.length > 0
}

function isCited(value: unknown): value is CitedPassage {
  return typeof value === 'object' && value !== null && 'title' in value && 'provision' in value
}

type Part = (typeof meetings)[number]['record']['parts'][number]

function takenFrom(part: Part): string[] {
  if (part.type === 'story') return part.story?.from ? [part.story.from.id] : []
  return (part.type === 'scene' || part.type === 'exercise') && part.from ? [part.from.id] : []
}

/** What was taken in has names of its own; the same within it need not be other. */
function withoutTaken(part: Part): unknown {
  return { ...part, from: undefined, story: undefined, drill: undefined, guide: undefined }
}
