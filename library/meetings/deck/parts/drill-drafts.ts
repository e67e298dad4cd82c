import type { DrillRecord } from '../../drills/drill.schema.ts'
import type { Block, DeckPicture, Line } from '../deck.ts'
import type { DeckContext } from '../deck-context.ts'
import { plainLine, readLines } from '../read-lines.ts'
import { shortened } from '../shortened.ts'
import type { DraftBlock, SlideDraft } from '../slide-draft.ts'
import { clauseDrafts, clauseNote } from './clause-drafts.ts'
import { inPart, lineBlocks, type PartFrame, quiet, spoken, spokenParagraphs, textBlocks } from './part-frame.ts'
import { askDrafts } from './story-drafts.ts'

type Turn = DrillRecord['turns'][number]
type Choice = Turn['choices'][number]

/** How the group may speak of a way; nobody is marked by it. */
const WORTH = { good: '稳妥的做法', 'so-so': '还可以更好', poor: '容易出问题' } as const

/** A scene or drill after its first slide: who plays, where and when, each turning point, and what happened in reality. */
export function drillDrafts(frame: PartFrame, drill: DrillRecord, context: DeckContext): SlideDraft[] {
  const roles = drill.roles.filter(({ name, about }) => name !== '' || about)
  const content = (title: string, blocks: readonly DraftBlock[]): SlideDraft[] =>
    blocks.length === 0 ? [] : [{ ...inPart(frame), layout: 'content', title, blocks }]
  return [
    ...content('场景', textBlocks(drill.setting)),
    ...content('角色', lineBlocks(roles.map(({ name, about }) => roleLine(name, about)))),
    ...drill.turns.flatMap((turn, index) => turnDrafts(frame, drill, turn, index, context)),
    ...content('后来是怎么办的', textBlocks(drill.happened)),
    ...askDrafts(frame, '回头想一想', drill.debrief),
    ...clauseDrafts(frame, drill.cites, context),
  ]
}

const roleLine = (name: string, about: string | undefined): Line => {
  const words = spokenParagraphs(about).join('')
  return words === '' ? plainLine(name) : spoken(name, words)
}

function turnDrafts(
  frame: PartFrame,
  drill: DrillRecord,
  turn: Turn,
  index: number,
  context: DeckContext,
): SlideDraft[] {
  const number = drill.turns.length > 1 ? `第${index + 1}幕` : '这一幕'
  const name = turn.title === '' ? number : `${number} ${turn.title}`
  const roles = new Map(drill.roles.map((role) => [role.id, role.name]))
  const said = turn.lines.filter(({ text }) => text.trim() !== '')
  const lines = said.map(({ role, text }) => {
    const who = role === undefined ? undefined : roles.get(role)
    return who ? spoken(who, text) : quiet(text)
  })
  const picture = turn.picture && context.picture(turn.picture, name)
  const instead = typeof picture === 'string' ? [quiet(picture)] : []
  const blocks = [...textBlocks(turn.text), ...lineBlocks([...lines, ...instead])]
  const shown: DeckPicture | undefined = typeof picture === 'string' ? undefined : picture
  const notes = spokenParagraphs(turn.notes)
  const scene: SlideDraft[] =
    blocks.length === 0 && !shown
      ? []
      : blocks.length === 0 && shown
        ? [{ ...inPart(frame), layout: 'picture', title: name, blocks: [], pictures: [shown], notes }]
        : [{ ...inPart(frame), layout: 'content', title: name, blocks, beside: shown, notes }]
  return [...scene, ...choiceDrafts(frame, drill, turn, { name, number }, context)]
}

/** Clauses told at the foot of an outcome; further ones have slides of their own. */
const BESIDE = 2

const keyOf = (index: number) => String.fromCharCode(65 + index)

function choiceDrafts(
  frame: PartFrame,
  drill: DrillRecord,
  turn: Turn,
  { name, number }: { name: string; number: string },
  context: DeckContext,
): SlideDraft[] {
  if (turn.choices.length === 0) {
    return turn.ask
      ? [{ ...inPart(frame), layout: 'ask', title: `${number}：想一想`, blocks: lineBlocks([turn.ask]) }]
      : []
  }
  const ask = turn.ask?.trim() || '你会怎么做？'
  const isShort = ask.length <= 30
  const asked: Block = {
    type: 'choices',
    choices: turn.choices.map(({ text }, index) => ({ key: keyOf(index), lines: [plainLine(text)] })),
  }
  const outcomes = turn.choices.map(
    (choice, index): DraftBlock => ({
      block: { type: 'choices', choices: [{ key: keyOf(index), lines: outcomeLines(drill, turn, choice) }] },
      cites: choice.cites.slice(0, BESIDE).map((cite) => context.citation(cite, frame.partId ?? turn.id)),
    }),
  )
  const told = turn.choices.some(
    ({ outcome, worth, cites }) => outcome.trim() !== '' || worth !== undefined || cites.length > 0,
  )
  return [
    {
      ...inPart(frame),
      layout: 'ask',
      title: isShort ? `${number}：${ask}` : `${number}：你会怎么做？`,
      kicker: shortened(`${frame.title} · ${name}`, 40),
      blocks: [...(isShort ? [] : lineBlocks([ask])), { block: asked }],
    },
    ...(told
      ? [
          {
            ...inPart(frame),
            layout: 'answer' as const,
            title: `${number}：这样做的结果`,
            kicker: shortened(`${frame.title} · ${name}`, 40),
            blocks: outcomes,
            notes: turn.choices.flatMap(({ cites }) => cites.flatMap(clauseNote)),
          },
        ]
      : []),
    ...clauseDrafts(
      frame,
      turn.choices.flatMap(({ cites }) => cites.slice(BESIDE)),
      context,
    ),
  ]
}

function outcomeLines(drill: DrillRecord, turn: Turn, { text, outcome, worth, to }: Choice): Line[] {
  const says = worth === undefined ? [] : [{ text: `（${WORTH[worth]}）`, emphasis: true }]
  const following = drill.turns[drill.turns.indexOf(turn) + 1]?.id
  const leads = to === undefined || to === following ? undefined : leadsTo(drill, to)
  return [
    { runs: [{ text, strong: true }, ...says], level: 0 },
    ...readLines(outcome),
    ...(leads === undefined ? [] : [quiet(leads)]),
  ]
}

function leadsTo(drill: DrillRecord, to: string): string | undefined {
  if (to === 'end') return '→ 到这里就结束了'
  const index = drill.turns.findIndex(({ id }) => id === to)
  const title = drill.turns[index]?.title
  return index < 0 ? undefined : `→ 接着看：第${index + 1}幕 ${title ?? ''}`.trimEnd()
}
