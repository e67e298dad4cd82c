import { policyName } from '../../../feeds/site/policy-name.ts'
import type { CitedPassage } from '../../materials/cited.schema.ts'
import type { Line } from '../deck.ts'
import type { DeckContext } from '../deck-context.ts'
import { layOut } from '../lay-out.ts'
import { plainLine, readBlocks } from '../read-lines.ts'
import { shortened } from '../shortened.ts'
import type { DraftBlock, SlideDraft } from '../slide-draft.ts'
import { inPart, type PartFrame, quiet } from './part-frame.ts'

/** Clauses that stand together on one slide, at most. */
const TOGETHER = 3

/** Passages under their names, each with its words and how it is valid; short ones of one law stand together. */
export function clauseDrafts(frame: PartFrame, cites: readonly CitedPassage[], context: DeckContext): SlideDraft[] {
  const drafts: SlideDraft[] = []
  for (let at = 0; at < cites.length; ) {
    let taken = 1
    let draft = draftOf(frame, cites.slice(at, at + 1), context)
    while (taken < TOGETHER && cites[at + taken]?.title === cites[at]?.title) {
      const more = draftOf(frame, cites.slice(at, at + taken + 1), context)
      if (layOut(more, context.look).length > 1) break
      draft = more
      taken += 1
    }
    drafts.push(draft)
    at += taken
  }
  return drafts
}

function draftOf(frame: PartFrame, cites: readonly CitedPassage[], context: DeckContext): SlideDraft {
  const [first] = cites as [CitedPassage]
  const isOne = cites.length === 1
  const provisions = cites.map(({ provision }) => provision ?? '').filter((one) => one !== '')
  return {
    ...inPart(frame),
    layout: 'content',
    title: policyName({ title: shortened(first.title, 60), provision: provisions.join('、') }),
    blocks: cites.flatMap((cite) =>
      clauseBlocks(cite, isOne ? '' : (cite.provision ?? cite.title), frame.partId ?? '', context),
    ),
  }
}

function clauseBlocks(cite: CitedPassage, heading: string, partId: string, context: DeckContext): DraftBlock[] {
  const cites = [context.citation(cite, partId)]
  const note = cite.note?.trim()
  const words = readBlocks(cite.text ?? '')
  const blocks: DraftBlock[] = words.map((block, index) => {
    if (block.type === 'table') return { block, cites }
    const lines = index === 0 ? withoutProvision(block.lines, cite.provision) : block.lines
    return { block: { type: 'clause', heading: index === 0 ? heading : '', lines }, cites }
  })
  const text = (lines: Line[]): DraftBlock => ({ block: { type: 'text', lines }, cites })
  if (blocks.length > 0) return [...blocks, ...(note ? [text([quiet(note)])] : [])]
  const lines = [...(note ? [plainLine(note)] : []), quiet('（没有存下原文，请打开资料库看这一条。）')]
  return [{ block: { type: 'clause', heading, lines }, cites }]
}

const OWN_NUMBER = /^\s*(第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十]+)?)[\s　]*/u

/** The number that a provision's words begin with: the heading says it already. */
function withoutProvision(lines: readonly Line[], provision: string | undefined): readonly Line[] {
  const [first, ...rest] = lines
  const [run, ...runs] = first?.runs ?? []
  const number = OWN_NUMBER.exec(run?.text ?? '')
  if (!first || !run || !number || !provision?.startsWith(number[1] as string)) return lines
  const text = run.text.slice(number[0].length)
  const left = [...(text === '' ? [] : [{ ...run, text }]), ...trimmedStart(text === '' ? runs : [], runs)]
  return left.some((one) => one.text.trim() !== '') ? [{ ...first, runs: left }, ...rest] : rest
}

/** The blank behind a number that was a run of its own goes with it. */
function trimmedStart(alone: Line['runs'], runs: Line['runs']): Line['runs'] {
  const [next, ...rest] = alone
  return next ? [{ ...next, text: next.text.trimStart() }, ...rest] : runs
}

/** The words of a passage for the speaker's notes. */
export const clauseNote = (cite: CitedPassage): string[] => {
  const words = readBlocks(cite.text ?? '').flatMap((block) =>
    block.type === 'text'
      ? block.lines.map(
          ({ runs, marker }) =>
            `${typeof marker === 'object' ? marker.number : ''}${runs.map(({ text }) => text).join('')}`,
        )
      : [],
  )
  return words.length === 0
    ? []
    : [`${policyName({ title: cite.title, provision: cite.provision })}：${words.join('')}`]
}
