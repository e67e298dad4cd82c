/** The places of the `most` greatest scores above 0, the greatest first, ties by place. */
export function topPlaces(scores: Float32Array, most: number): Uint32Array {
  const limit = most < scores.length ? Math.max(0, scores.toSorted()[scores.length - most] as number) : 0
  const places: number[] = []
  for (let i = 0; i < scores.length; i++) if ((scores[i] as number) >= limit && scores[i] !== 0) places.push(i)
  places.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
  return Uint32Array.from(places.slice(0, most))
}
