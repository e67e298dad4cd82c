/**
 * Does `work` for every one of `all`, `most` at a time, and gives the results in their order. The first failure, or
 * the signal, ends it when what has begun is over.
 */
export async function inParallel<T, R>(
  all: readonly T[],
  most: number,
  signal: AbortSignal,
  work: (one: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(all.length)
  let next = 0
  let failed = false
  const worker = async () => {
    while (next < all.length && !failed) {
      signal.throwIfAborted()
      const index = next++
      try {
        results[index] = await work(all[index] as T, index)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(most, all.length) }, worker))
  const broken = ended.find((end) => end.status === 'rejected')
  if (broken) throw broken.reason
  return results
}
