import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeptStory } from '../../../library/stories/kept-story.ts'
import { afterStep } from '../../../library/stories/process/after-step.ts'
import type { OfficePerson, OfficeRole, StoryEvent } from '../../../library/stories/process/process-view.ts'
import { stepOffers, XINHUO } from '../../../library/stories/process/step-offers.ts'
import { THIS_COMPUTER } from '../../../library/stories/process/story-office.ts'
import { OFFICE, wholeRecord } from './whole-record.ts'

const RECORDS = ['a', 'b'].map((letter) => letter.repeat(64))
const AT = '2026-03-01T08:00:00.000Z'
const draft: KeptStory = {
  id: 'gushi-1',
  state: 'draft',
  record: wholeRecord('修渠'),
  recordSha256: RECORDS[0] as string,
  createdBy: '陈静',
  createdAt: AT,
  updatedAt: AT,
}
const everybody: readonly OfficePerson[] = [...OFFICE.people, THIS_COMPUTER]
const ROLE: Readonly<Record<string, OfficeRole>> = { verify: 'verifier', approve: 'approver', publish: 'publisher' }

/** What somebody tries: to take a step, or to change the record as the desk allows it. */
const attempts = fc.array(
  fc.record({
    who: fc.constantFrom(...everybody),
    what: fc.constantFrom('step', 'step', 'step', 'step', 'step', 'step', 'edit', 'name-day'),
    which: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
  }),
  { maxLength: 80, size: 'max' },
)

function run(tries: readonly { who: OfficePerson; what: string; which: number }[]) {
  let story = draft
  const events: StoryEvent[] = []
  const add = (event: Partial<StoryEvent> & Pick<StoryEvent, 'type' | 'by'>) => {
    const number = events.length + 1
    events.push({
      number,
      subject: 'story',
      subjectId: story.id,
      at: AT,
      previous: '',
      hash: '',
      record: story.recordSha256,
      ...event,
    })
  }
  for (const { who, what, which } of tries) {
    if (what === 'edit' && story.state !== 'published' && story.state !== 'retired') {
      const from = story.state
      story = {
        ...story,
        recordSha256: RECORDS[which % 2] as string,
        ...(from !== 'draft' && { state: 'submitted', scheduledFor: undefined }),
      }
      add({ type: 'edit', by: who.name, from, to: story.state })
    }
    const actor = what === 'name-day' && story.scheduledFor !== undefined ? XINHUO : who
    if (what === 'edit' || (what === 'name-day' && actor !== XINHUO)) continue
    const open = stepOffers(story, events, actor).filter(({ allowed }) => allowed)
    const offer =
      actor === XINHUO ? open.find(({ step }) => step === 'publish') : open[which % Math.max(1, open.length)]
    if (!offer) continue
    const from = story.state
    story = afterStep(story, {
      step: offer.step,
      today: '2026-03-01',
      office: OFFICE,
      on: '2026-04-01',
      revision: RECORDS[0],
    })
    add({
      type: 'step',
      by: actor.name,
      step: offer.step,
      from,
      to: story.state,
      detail: { person: actor.id, ...(offer.onlyUrgent && { urgent: true }) },
    })
  }
  return { story, events }
}

describe('whatever people try', () => {
  it('nobody takes two steps in a row, but to retire something at once', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const steps = run(tries).events.filter(({ type, by }) => type === 'step' && by !== XINHUO.name)
        for (const [index, event] of steps.entries()) {
          // Opening a correction begins a draft; it checks nothing.
          if (index === 0 || event.detail?.urgent === true || steps[index - 1]?.step === 'correct') continue
          expect(event.by).not.toBe(steps[index - 1]?.by)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('nothing is published whose very record was not verified and then approved, by two who did not write it last', () => {
    let published = 0
    fc.assert(
      fc.property(attempts, (tries) => {
        const { events } = run(tries)
        for (const [index, event] of events.entries()) {
          if (event.step !== 'publish') continue
          published += 1
          const before = events.slice(0, index)
          const approved = before.findLastIndex(({ step }) => step === 'approve')
          const verified = before.findLastIndex(({ step }) => step === 'verify')
          expect(approved).toBeGreaterThan(verified)
          expect([events[verified]?.record, events[approved]?.record]).toEqual([event.record, event.record])
          expect(events[verified]?.by).not.toBe(events[approved]?.by)
          const edited = before.findLast(({ type }) => type === 'edit')
          if (edited && edited.number > (before.findLast(({ step }) => step === 'submit')?.number ?? 0)) {
            expect(events[verified]?.by).not.toBe(edited.by)
          }
        }
      }),
      { numRuns: 500, seed: 20260301 },
    )
    expect(published).toBeGreaterThan(20)
  })

  it('everybody takes only the steps of their roles, and this computer only submits', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        for (const { type, step, by } of run(tries).events) {
          if (type !== 'step' || by === XINHUO.name) continue
          if (by === THIS_COMPUTER.name) expect(step).toBe('submit')
          const role = ROLE[step ?? '']
          if (role) expect(OFFICE.people.find(({ name }) => name === by)?.roles).toContain(role)
        }
      }),
    )
  })
})

describe('an office with one person for each role', () => {
  const roles: readonly OfficeRole[] = ['writer', 'verifier', 'approver', 'publisher']
  const small = roles.map((role): OfficePerson => ({ id: role, name: role, roles: [role] }))
  const tries = fc.array(
    fc.record({
      who: fc.constantFrom(...small),
      what: fc.constantFrom('step', 'step', 'step', 'edit', 'name-day'),
      which: fc.nat(3),
    }),
    { maxLength: 60, size: 'max' },
  )

  it('always has somebody who can go on, whoever changed what', () => {
    fc.assert(
      fc.property(tries, (some) => {
        const { story, events } = run(some)
        const open = small.flatMap((person) => stepOffers(story, events, person).filter(({ allowed }) => allowed))
        expect(open.map(({ step }) => step)).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('the gate', () => {
  const gate = (passes: boolean, recordSha256 = draft.recordSha256) => ({
    storyId: draft.id,
    recordSha256,
    passes,
    findings: [
      {
        id: 'f',
        code: 'phone' as const,
        severity: 'must' as const,
        place: { field: 'done' },
        says: '有一个手机号',
        todo: '遮盖',
      },
    ],
  })
  const verified: KeptStory = { ...draft, state: 'verified' }
  const events: StoryEvent[] = [
    {
      number: 1,
      subject: 'story',
      subjectId: draft.id,
      at: AT,
      by: '周明',
      type: 'step',
      step: 'verify',
      record: draft.recordSha256,
      previous: '',
      hash: '',
    },
  ]
  const lin = OFFICE.people.find(({ id }) => id === 'lin') as OfficePerson

  it('stands before approving, and says what it stops at', () => {
    const [approve] = stepOffers(verified, events, lin, gate(false))
    expect(approve).toEqual({
      step: 'approve',
      allowed: false,
      because: 'gate',
      why: '发布前检查还有 1 处没有处理好：有一个手机号',
    })
    expect(stepOffers(verified, events, lin, gate(true))[0]).toEqual({ step: 'approve', allowed: true })
  })

  it('says nothing about another record than the one it saw', () => {
    expect(stepOffers(verified, events, lin, gate(false, 'c'.repeat(64)))[0]?.allowed).toBe(true)
  })

  it('only tells before submitting', () => {
    expect(stepOffers(draft, [], OFFICE.people[0] as OfficePerson, gate(false))[0]).toEqual({
      step: 'submit',
      allowed: true,
    })
  })
})
