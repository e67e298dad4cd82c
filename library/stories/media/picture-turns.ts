/** Pictures worked on at once: as many as the smallest machine has cores. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * Does a piece of work on a picture when its turn has come, so that however many are asked for the machine stays
 * usable and its memory is that of two.
 * @throws the signal's reason when it is given up before its turn
 */
export async function takeTurn<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  signal?.throwIfAborted()
  if (running >= AT_ONCE) await untilMyTurn(signal)
  else running++
  try {
    signal?.throwIfAborted()
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** Whoever goes away leaves the line at once. */
function untilMyTurn(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(come), 1)
      reject(signal?.reason)
    }
    const come = () => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }
    waiting.push(come)
    signal?.addEventListener('abort', leave, { once: true })
  })
}
