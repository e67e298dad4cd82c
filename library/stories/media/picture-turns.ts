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
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
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
