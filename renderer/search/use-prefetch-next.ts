import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { itemQuery } from '../reading/use-item.ts'
import type { ResultHit } from './result-hits.ts'

/** How long one looks at a result before the next text is fetched too, milliseconds. */
const LOOKING = 300

/** Fetches the next text while this one is looked at, so that moving on shows it at once. */
export function usePrefetchNext(hits: readonly ResultHit[], current: ResultHit | undefined): void {
  const client = useQueryClient()
  const at = current ? hits.indexOf(current) : -1
  const next = at < 0 ? undefined : hits.find((hit, index) => index > at && hit.item !== current?.item)
  const [itemId, revision] = [next?.item.itemId, next?.revision]
  useEffect(() => {
    if (!itemId) return
    const timer = setTimeout(() => void client.prefetchQuery(itemQuery(itemId, revision)), LOOKING)
    return () => clearTimeout(timer)
  }, [client, itemId, revision])
}
