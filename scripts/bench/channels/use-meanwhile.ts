import type { ItemSummary } from '../../../library/items/item-view.ts'
import type { ServiceUnderTest } from '../service-under-test.ts'

/** Milliseconds that a person waited who went on working. */
export interface Waits {
  readonly pages: number[]
  readonly notes: number[]
}

const PAUSE = 50

/**
 * Reads pages, searches and saves notes for as long as some work takes.
 * @param item to write notes to
 */
export async function useMeanwhile<T>(
  service: ServiceUnderTest,
  item: ItemSummary,
  waits: Waits,
  work: () => Promise<T>,
): Promise<T> {
  const timed = async (into: number[], ask: () => Promise<unknown>) => {
    const started = performance.now()
    await ask()
    into.push(performance.now() - started)
  }
  const { revision } = await service.get<{ revision: string }>(`items/${item.itemId}`)
  const note = { itemId: item.itemId, anchor: '', revision, text: '更新时写下的笔记' }
  let working = true
  const using = (async () => {
    while (working) {
      for (const route of ['home', `search?q=${encodeURIComponent('宅基地')}`, 'items?limit=50']) {
        await timed(waits.pages, () => service.get(route))
      }
      await timed(waits.notes, () => service.post('notes', note))
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  })()
  try {
    return await work()
  } finally {
    working = false
    await using
  }
}
