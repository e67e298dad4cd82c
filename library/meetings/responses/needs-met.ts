import { chineseNumber } from '../../items/chinese-number.ts'
import type { MaterialRecord } from '../materials/material.schema.ts'
import type { MeetingPartType } from '../outline/outline.schema.ts'
import { CARD_QUESTIONS } from './card-questions.ts'
import type { MaterialResponse, MetNeed } from './response-view.ts'

/** A part, turn or step with all its words. */
interface Place {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly words: string
}

/** Which kinds of part give what a choice of the card asks for; a handout to read at home is no part. */
const FORMS: Readonly<Record<string, readonly (MeetingPartType | 'drill' | 'guide' | 'read')[]>> = {
  clauses: ['reading', 'read'],
  story: ['story'],
  drill: ['scene', 'drill'],
  'hands-on': ['exercise', 'guide'],
  discussion: ['discussion'],
}

/** Words that people put around what they ask for, and that stand everywhere. */
const FILLERS =
  /^(?:关于|有关|怎么|如何|怎样|想|的|和|与|及|问题|方面|内容|政策|规定|条款|办理|情况|知识|流程)+|(?:的|等|等等|问题|方面|内容|知识)+$/g

/**
 * What of the needs the outline has already, and where. It only says what is there: that something was not found says
 * nothing, since people call things by other names.
 */
export function needsMet(record: MaterialRecord, needs: readonly MaterialResponse[]): MetNeed[] {
  const places = placesOf(record)
  return needs.flatMap(({ id: responseId, answers }) =>
    CARD_QUESTIONS.needs.flatMap(({ id: question, choices }): MetNeed[] => {
      const said = answers[question]
      if (said === undefined || question === 'years' || question === 'post') return []
      const asked = choices
        ? said.split(' ').map((value) => ({ what: value, parts: places.filter(({ kind }) => givesForm(value, kind)) }))
        : termsOf(said).map((what) => ({ what, parts: places.filter(({ words }) => words.includes(folded(what))) }))
      return asked
        .filter(({ parts }) => parts.length > 0)
        .map(({ what, parts }) => ({
          responseId,
          question,
          what,
          parts: parts.map(({ id, title }) => ({ id, title })),
        }))
    }),
  )
}

const givesForm = (value: string, kind: string) => FORMS[value]?.some((form) => form === kind) ?? false

function placesOf(record: MaterialRecord): Place[] {
  switch (record.type) {
    case 'meeting':
      return record.parts.map((part) => ({ id: part.id, title: part.title, kind: part.type, words: wordsOf(part) }))
    case 'path':
      return record.steps.map((step) => ({ id: step.id, title: step.title, kind: step.type, words: wordsOf(step) }))
    case 'drill':
      return record.turns.map((turn) => ({ id: turn.id, title: turn.title, kind: 'drill', words: wordsOf(turn) }))
    case 'guide':
      return record.steps.map((step) => ({ id: step.id, title: step.action, kind: 'guide', words: wordsOf(step) }))
  }
}

/** All that stands in a part, except what names things. */
function wordsOf(part: unknown): string {
  const words: string[] = []
  const gather = (value: unknown, key = '') => {
    if (typeof value === 'string' && !/^(?:id|sha256|revision|itemId|anchor|mediaType|type)$/.test(key))
      words.push(value)
    else if (Array.isArray(value)) for (const one of value) gather(one, key)
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) gather(one, name)
  }
  gather(part)
  return folded(words.join('\n'))
}

/** What is asked for, thing by thing: clauses by number, and words between marks. */
function termsOf(said: string): string[] {
  const pieces = said
    .split(/[、，,；;。！!？?\s/（）()《》“”"]+/)
    .map((piece) => piece.replace(FILLERS, ''))
    .filter((piece) => [...piece].length >= 2 && [...piece].length <= 20)
  return [...new Set(pieces)]
}

/** 第62条 and 第六十二条 are the same. */
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/第(\d{1,4})(?=[条章节款项])/g, (whole, number: string) =>
      Number(number) > 0 ? `第${chineseNumber(Number(number))}` : whole,
    )
