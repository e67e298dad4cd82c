import type { FeedCandidate } from '../../../library/feeds/feed-view.ts'

/** The stories of the next issue in the person's order, as far as it names them; those it does not name follow. */
export function inOrder(chosen: readonly FeedCandidate[], order: readonly string[]): FeedCandidate[] {
  const place = (candidate: FeedCandidate) => {
    const at = order.indexOf(candidate.story.id)
    return at === -1 ? order.length : at
  }
  return chosen
    .map((candidate, at) => ({ candidate, at }))
    .sort((one, other) => place(one.candidate) - place(other.candidate) || one.at - other.at)
    .map(({ candidate }) => candidate)
}

/** The ids with one of them moved to another place; unchanged where there is no such place. */
export function moved(ids: readonly string[], from: number, to: number): string[] {
  const after = [...ids]
  if (from < 0 || from >= ids.length || to < 0 || to >= ids.length) return after
  const [id] = after.splice(from, 1)
  if (id !== undefined) after.splice(to, 0, id)
  return after
}
