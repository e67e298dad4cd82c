import { describe, expect, it } from 'vitest'
import { newestEvery } from '../../library/jobs/newest-every.ts'

/** Numbers that are handed out when asked for, as the states of a job are, and an end that is decided here. */
function pushed() {
  let wake = () => {}
  let ended = false
  let newest: number | undefined
  let left = false
  async function* states() {
    try {
      for (let told: number | undefined; ; ) {
        if (newest !== told) {
          told = newest
          yield told as number
        } else if (ended) return
        else {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
    } finally {
      left = true
    }
  }
  return {
    states: states(),
    push(value: number) {
      newest = value
      wake()
    },
    end() {
      ended = true
      wake()
    },
    isLeft: () => left,
  }
}

const never = () => false
/** Long enough that nothing but its end could be waited for. Milliseconds. */
const LONG = 3_600_000

describe('newestEvery', () => {
  it('tells the last state before a silence, when the time is over', async () => {
    const { states, push } = pushed()
    push(1)
    const told = newestEvery(states, 50, never)
    expect((await told.next()).value).toBe(1)
    push(2)
    const waiting = told.next()
    await Promise.resolve()
    push(3)
    expect((await waiting).value).toBe(3)
  })

  it('tells an urgent state at once', async () => {
    const { states, push } = pushed()
    push(1)
    const told = newestEvery(states, LONG, (state) => state === 3)
    expect((await told.next()).value).toBe(1)
    push(2)
    const waiting = told.next()
    push(3)
    expect((await waiting).value).toBe(3)
  })

  it('tells what waits when the states end, and ends', async () => {
    const { states, push, end } = pushed()
    push(1)
    const told = newestEvery(states, LONG, never)
    await told.next()
    const waiting = told.next()
    push(2)
    end()
    expect(await waiting).toEqual({ value: 2, done: false })
    expect((await told.next()).done).toBe(true)
  })

  it('lets go of the states when nobody listens any more', async () => {
    const { states, push, isLeft } = pushed()
    push(1)
    for await (const _ of newestEvery(states, LONG, never)) break
    push(2)
    await expect.poll(isLeft).toBe(true)
  })
})
