import type { GateReport } from '../gate/gate-view.ts'
import type { KeptStory } from '../kept-story.ts'
import type { StepOffer } from '../story-view.ts'
import type { OfficePerson, OfficeRole, StoryEvent, StoryState, StoryStep } from './process-view.ts'
import { ROLE_NAMES, STEP_NAMES } from './step-names.ts'
import { THIS_COMPUTER } from './story-office.ts'

/** Who takes a step: somebody of the office, or a reviewer elsewhere who answered with a signed file. */
export type StepTaker = OfficePerson & { readonly sender?: string | undefined }

/** What happens by itself on its day. */
export const XINHUO: StepTaker = { id: 'xinhuo', name: '薪火', roles: ['publisher'] }

const ON_THE_WAY: Readonly<Record<StoryState, readonly StoryStep[]>> = {
  draft: ['submit'],
  submitted: ['verify', 'return'],
  verified: ['approve', 'return'],
  approved: ['publish', 'schedule', 'unschedule', 'return'],
  published: ['correct', 'retire'],
  retired: ['restore'],
}

const CHECKS: ReadonlySet<StoryStep> = new Set(['verify', 'approve', 'schedule', 'publish'])

/**
 * The steps that can follow in a story's state, and which of them this person may take. Pure.
 * @param events of this story, first things first
 * @param gate what stands before publication; without it only the people are looked at
 */
export function stepOffers(
  story: KeptStory,
  events: readonly StoryEvent[],
  person: StepTaker,
  gate?: GateReport,
): StepOffer[] {
  if (story.discardedAt !== undefined) return []
  return stepsIn(story).map((step) => {
    const closed = refusal(story, step, events, person, gate)
    if (closed !== undefined) return { step, allowed: false, ...closed }
    const again = takenBefore(events, person, step)
    if (again === undefined) return { step, allowed: true }
    const { because, why } = again
    if (step === 'retire')
      return { step, allowed: true, onlyUrgent: true, because, why: `${why}只能作为紧急退役办理。` }
    return { step, allowed: false, because, why: `${why}请另一位来办。` }
  })
}

type Reason = Required<Pick<StepOffer, 'because' | 'why'>>

/** A story that readers can see may be taken away in any state, so also while it is being corrected. */
function stepsIn({ state, scheduledFor, revision }: KeptStory): StoryStep[] {
  const steps = ON_THE_WAY[state].filter((step) => step !== (scheduledFor === undefined ? 'unschedule' : 'schedule'))
  const isShown = revision !== undefined && state !== 'retired' && state !== 'published'
  if (!isShown) return steps
  // A correction that was begun for nothing is given up: the story says again what readers see.
  return state === 'draft' ? [...steps, 'restore', 'retire'] : [...steps, 'retire']
}

function refusal(
  story: KeptStory,
  step: StoryStep,
  events: readonly StoryEvent[],
  person: StepTaker,
  gate: GateReport | undefined,
): Reason | undefined {
  const roles = rolesFor(step, story.state)
  if (person.id === THIS_COMPUTER.id && step !== 'submit') {
    const why = `“${STEP_NAMES[step]}”要由办公室名单上的人来办，请先选择由谁来办。`
    return { because: 'this-computer', why }
  }
  if (!roles.some((role) => person.roles.includes(role))) {
    const names = roles.map((role) => `“${ROLE_NAMES[role]}”`).join('、')
    return { because: 'role', why: `${person.name}没有${names}的职责。` }
  }
  const before = { approve: 'verify', publish: 'approve', schedule: 'approve' }[step as string]
  if (before !== undefined && checkedRecord(events, before) !== story.recordSha256) {
    const name = STEP_NAMES[before as StoryStep]
    return { because: 'changed-since', why: `${name}以后内容改过，要退回去重新${name}。` }
  }
  const stands = step === 'approve' || step === 'publish' || step === 'schedule'
  if (stands && gate?.recordSha256 === story.recordSha256 && !gate.passes) {
    return { because: 'gate', why: gateSentence(gate) }
  }
  return undefined
}

/** How many findings keep a story from going on. */
export function gateSentence(gate: GateReport): string {
  const open = gate.findings.filter((finding) => finding.severity === 'must' && finding.overruled === undefined)
  return `发布前检查还有 ${open.length} 处没有处理好：${open[0]?.says ?? ''}`
}

/**
 * Everyone who checks may send a story back, and two may bring a retired one again: an office with one person for each
 * step must not find that this one person was the only way on.
 */
const rolesFor = (step: StoryStep, state: StoryState): readonly OfficeRole[] => {
  if (step === 'submit' || step === 'correct' || (step === 'restore' && state === 'draft')) return ['writer']
  if (step === 'verify') return ['verifier']
  if (step === 'approve') return ['approver']
  if (step === 'return') return ['verifier', 'approver', 'publisher']
  return step === 'restore' ? ['publisher', 'approver'] : ['publisher']
}

/** The record that the last such step saw. */
function checkedRecord(events: readonly StoryEvent[], step: string): string | undefined {
  return events.findLast((event) => event.type === 'step' && event.step === step)?.record
}

/**
 * Nobody takes two steps in a row, however the first came about, nor checks what they changed themselves. What 薪火
 * did on its day is the step of whoever set the day.
 */
function takenBefore(events: readonly StoryEvent[], person: StepTaker, step: StoryStep): Reason | undefined {
  const last = events.findLastIndex((event) => event.type === 'step' && event.by !== XINHUO.name)
  const taken = events[last]
  // Opening a correction begins a draft, as beginning a story does: whoever opens it may hand it in, or give it up.
  const isDrafting = taken?.step === 'correct' && (step === 'submit' || step === 'restore')
  if (taken && !isDrafting && isBy(taken, person)) {
    const why = `上一步“${STEP_NAMES[taken.step ?? 'submit']}”就是${taken.by}办的，同一个人不接连办两步。`
    return { because: 'two-in-a-row', why }
  }
  const edit = events.slice(last + 1).find((event) => isWriting(event) && isBy(event, person))
  if (!edit || !CHECKS.has(step)) return undefined
  return { because: 'own-change', why: `${person.name}刚改过这一篇，自己改的要由别人来看。` }
}

/** Saying that one has looked at a source is part of checking (keep-story.ts marks such an edit). */
const isWriting = ({ type, detail }: StoryEvent) => type === 'edit' && detail?.only !== 'sources-verified'

/** By name, by place in the office, or by the key that signed: any of them makes it the same person. */
function isBy(event: StoryEvent, person: StepTaker): boolean {
  if (event.by === person.name || event.detail?.person === person.id) return true
  return person.sender !== undefined && event.detail?.sender === person.sender
}
