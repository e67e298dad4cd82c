import type { MaterialType } from '../meetings/materials/material.schema.ts'
import type { MaterialPage, MaterialSummary, MaterialView } from '../meetings/materials/material-view.ts'
import type { MeetingKind, MeetingPartType, MeetingRecord } from '../meetings/outline/outline.schema.ts'
import { titleOf } from './describe-story.ts'
import { harmlessLine } from './harmless-line.ts'

export const TYPE_NAMES: Readonly<Record<MaterialType, string>> = {
  meeting: '会议',
  drill: '情景演练',
  guide: '操作指南',
  path: '学习路径',
}

export const KIND_NAMES: Readonly<Record<MeetingKind, string>> = {
  regular: '例会',
  study: '专题学习',
  training: '业务培训',
  'party-day': '主题党日',
  'on-site': '现场会',
}

const PART_NAMES: Readonly<Record<MeetingPartType, string>> = {
  opening: '开场',
  reading: '政策领学',
  story: '讲故事',
  scene: '情景演练',
  discussion: '讨论',
  exercise: '练习',
  quiz: '答题',
  closing: '小结',
}

export function describeMaterials({ total, materials }: MaterialPage): string {
  if (materials.length === 0) return '没有会议资料。'
  const lines = materials.map((material) =>
    [
      material.kind === undefined ? TYPE_NAMES[material.type] : KIND_NAMES[material.kind],
      material.on ?? material.updatedAt.slice(0, 10),
      titleOf(material),
      material.own ? '' : '现成的',
      material.changed > 0 ? `${material.changed} 处有变化` : '',
      material.id,
    ]
      .filter((word) => word !== '')
      .map(harmlessLine)
      .join('  '),
  )
  return [...lines, ...(total > materials.length ? [`共 ${total} 份，用 --query 缩小范围。`] : [])].join('\n')
}

/** A material with its outline, a line for each part. */
export function describeMaterial(view: MaterialView): string {
  const { record } = view
  const parts =
    record.type === 'meeting'
      ? partLines(record, view.clock)
      : record.type === 'drill'
        ? record.turns.map(({ title, choices }) => `${title}  ${choices.length} 种做法`)
        : record.steps.map((step) => ('action' in step ? step.action : step.title))
  return [
    `${titleOf(view)}  ${TYPE_NAMES[view.type]}  ${view.id}`,
    ...(view.summary === undefined ? [] : [view.summary]),
    ...placeOf(view),
    ...parts.map((line, at) => `${String(at + 1).padStart(3)}. ${line}`),
    ...timeOf(view),
    ...(view.changed > 0 ? [`有 ${view.changed} 处引用变了：xinhuo meeting changes ${view.id}`] : []),
  ]
    .map(harmlessLine)
    .join('\n')
}

const partLines = (record: MeetingRecord, clock: MaterialView['clock']) =>
  record.parts.map(({ id, type, title, minutes }) =>
    [clock?.starts[id], PART_NAMES[type], title, `${minutes} 分钟`].filter((word) => word !== undefined).join('  '),
  )

function timeOf({ clock, minutes }: MaterialView): string[] {
  const over = clock?.over ?? 0
  return minutes === 0 ? [] : [`共 ${minutes} 分钟${over > 0 ? `，比计划多 ${over} 分钟` : ''}`]
}

const placeOf = ({ on, startsAt, place }: MaterialSummary): string[] => {
  const facts = [on, startsAt, place].filter((fact) => fact !== undefined)
  return facts.length === 0 ? [] : [facts.join(' ')]
}
