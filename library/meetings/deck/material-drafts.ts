import type { DrillRecord } from '../drills/drill.schema.ts'
import type { StepGuideRecord } from '../guides/step-guide.schema.ts'
import type { PathRecord } from '../learning/path.schema.ts'
import { MATERIAL_LABELS, type MaterialRecord } from '../materials/material.schema.ts'
import type { DeckContext } from './deck-context.ts'
import { lookedUp, meetingDrafts } from './meeting-drafts.ts'
import { drillDrafts } from './parts/drill-drafts.ts'
import { guideDrafts } from './parts/guide-drafts.ts'
import { lineBlocks } from './parts/part-frame.ts'
import { quizDrafts } from './parts/quiz-drafts.ts'
import type { SlideDraft } from './slide-draft.ts'

export interface DraftOptions {
  /** The day on which the clauses' validity was looked up. */
  readonly on: string
  /** Parts of a meeting, turns of a drill, steps of a guide or path; all without it. */
  readonly wanted?: readonly string[] | undefined
  /** What a drill of its own is played by: its id. */
  readonly plays?: string | undefined
}

/** The slides of a material of any type, before they are laid out. */
export function materialDrafts(
  record: MaterialRecord,
  context: DeckContext,
  { on, wanted, plays }: DraftOptions,
): SlideDraft[] {
  const keep = <T extends { readonly id: string }>(things: T[]) =>
    wanted === undefined ? things : things.filter(({ id }) => wanted.includes(id))
  switch (record.type) {
    case 'meeting':
      return meetingDrafts(record, context, on, wanted)
    case 'drill': {
      const frame = { title: record.title, partType: 'scene' as const }
      const lines = [record.summary, record.minutes > 0 ? `约${record.minutes}分钟` : undefined, lookedUp(record, on)]
      const cover = { ...coverOf(record, lines), ...(plays !== undefined && record.turns.length > 0 && { plays }) }
      return [cover, ...drillDrafts(frame, { ...record, turns: keep(record.turns) }, context)]
    }
    case 'guide': {
      const lines = [
        record.summary,
        record.steps.length > 0 ? `共${record.steps.length}步` : undefined,
        lookedUp(record, on),
      ]
      const frame = { title: record.title, partType: 'exercise' as const }
      return [coverOf(record, lines), ...guideDrafts(frame, { ...record, steps: keep(record.steps) }, context)]
    }
    case 'path':
      return [
        coverOf(record, [record.summary, lookedUp(record, on)]),
        ...pathDrafts({ ...record, steps: keep(record.steps) }, context),
      ]
  }
}

function coverOf(
  record: DrillRecord | StepGuideRecord | PathRecord,
  lines: readonly (string | undefined)[],
): SlideDraft {
  const label = MATERIAL_LABELS[record.type]
  return { layout: 'cover', title: record.title.trim() || label, kicker: label, blocks: lineBlocks(lines) }
}

const STEP_NAMES = { read: '读', drill: '演练', guide: '照着做', meeting: '开会', quiz: '小测' } as const

function pathDrafts(record: PathRecord, context: DeckContext): SlideDraft[] {
  if (record.steps.length === 0) return []
  const titles = new Map(record.steps.map(({ id, title }, index) => [id, title || `第${index + 1}步`]))
  const rows = record.steps.map((step, index) => [
    String(index + 1),
    titles.get(step.id) ?? '',
    STEP_NAMES[step.type],
    step.minutes > 0 ? `${step.minutes}分钟` : '',
    step.after.flatMap((id) => titles.get(id) ?? []).join('、'),
  ])
  const hasOrder = rows.some((row) => row[4] !== '')
  const pick = (row: readonly string[]) => (hasOrder ? row : row.slice(0, 4))
  const overview: SlideDraft = {
    layout: 'agenda',
    title: '怎么学',
    blocks: [
      { block: { type: 'table', head: pick(['', '学什么', '怎么学', '用时', '先学完']), rows: rows.map(pick) } },
    ],
  }
  const reasons = record.steps.filter(({ why }) => why?.trim())
  const why: SlideDraft[] =
    reasons.length === 0
      ? []
      : [
          {
            layout: 'content',
            title: '为什么学这些',
            blocks: lineBlocks(
              reasons.map(({ id, why = '' }) => ({
                runs: [{ text: `${titles.get(id)}：`, strong: true }, { text: why }],
                level: 0,
                marker: 'bullet' as const,
              })),
            ),
          },
        ]
  const quizzes = record.steps.flatMap((step) => {
    const frame = { title: titles.get(step.id) ?? '', partId: step.id, partType: 'quiz' as const }
    return quizDrafts(frame, step.questions, context)
  })
  return [overview, ...why, ...quizzes]
}
