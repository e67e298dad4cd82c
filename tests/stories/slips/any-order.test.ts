import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyRecord } from '../../../library/stories/process/verify-record.ts'
import { closeOnce, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { deskOver, openStoryDesk, type StoryDesk } from '../process/story-desk.ts'
import { wholeRecord } from '../process/whole-record.ts'
import { answerSlip, showSlip, takeSlip, writeSlip } from './slip-offices.ts'

const EMPTY = { name: '', people: [], days: { verify: 5, approve: 5, publish: 7 }, reviewMonths: 12 }
let root = ''
let stick = ''
let town: StoryDesk
/** Two reviewers, each with an own 薪火. */
let first: StoryDesk
let second: StoryDesk

beforeAll(async () => {
  root = temporaryFolder(afterAll)
  stick = temporaryFolder(afterAll)
  town = await openStoryDesk(root)
  first = await openStoryDesk(undefined, EMPTY)
  second = await openStoryDesk(undefined, EMPTY)
}, 60_000)

let number = 0
/** A story of the town, submitted, with both its reviews done elsewhere: the files that come back. */
async function reviewedElsewhere(): Promise<{ id: string; verify: string; approve: string; ids: string[] }> {
  number += 1
  const text = Array.from({ length: 40 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((number * 1709 + at * 151) % 9000)),
  ).join('')
  const { id } = await town.tell(wholeRecord(`两处看过的事 ${text}`, { done: text }))
  await town.step(id, 'chen', 'submit')
  const answers = []
  for (const [step, desk, senderName] of [
    ['verify', first, '会计'],
    ['approve', second, '主任'],
  ] as const) {
    const { file } = await writeSlip(town.service, 'chen', id, stick, { type: 'review-request', step })
    const taken = await takeSlip(desk.service, undefined, file)
    answers.push(await answerSlip(desk.service, taken.id, stick, { answer: 'agree', senderName }))
  }
  const [verify, approve] = answers
  return { id, verify: verify?.file ?? '', approve: approve?.file ?? '', ids: answers.map((answer) => answer.id) }
}

describe('answers that come back', () => {
  it('in any order, and any of them more than once, lead to the same', async () => {
    const order = fc
      .array(fc.constantFrom('verify' as const, 'approve' as const), { maxLength: 4 })
      .chain((more) =>
        fc.shuffledSubarray(['verify' as const, 'approve' as const, ...more], { minLength: more.length + 2 }),
      )
    await fc.assert(
      fc.asyncProperty(order, async (files) => {
        const story = await reviewedElsewhere()
        for (const name of files) await takeSlip(town.service, 'chen', story[name])
        const { state, events } = await town.show(story.id)
        expect(state).toBe('approved')
        expect(events.filter(({ type }) => type === 'step').map(({ by }) => by)).toEqual(['陈静', '会计', '主任'])
        for (const id of story.ids) expect((await showSlip(town.service, id)).state).toBe('taken')
      }),
      { numRuns: 8 },
    )
    expect(await verifyRecord(town.service.session.access.db)).toMatchObject({ strays: [] })
  }, 60_000)

  it('before their step are carried out by the next start, when the service ended right after that step', async () => {
    const story = await reviewedElsewhere()
    await takeSlip(town.service, 'chen', story.approve)
    const { recordSha256, events } = await town.show(story.id)
    const lastStep = events.findLast(({ type }) => type === 'step')?.number ?? 0
    // As the route does it, but for what comes after.
    await town.service.session.writer.takeStoryStep({
      storyId: story.id,
      step: 'verify',
      by: { id: 'zhou', name: '周明', roles: ['verifier'] },
      read: { recordSha256, lastStep },
    })
    expect((await town.show(story.id)).state).toBe('verified')
    await closeOnce(town.service)
    town = deskOver(await startService(root, { shell: 'browser', atEnd: afterAll }))
    await expect.poll(async () => (await town.show(story.id)).state, { timeout: 15_000 }).toBe('approved')
  }, 40_000)
})
