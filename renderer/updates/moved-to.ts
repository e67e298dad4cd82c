/** The same ids with the one at `index` moved by `step`; unchanged at either end. */
export function movedTo(ids: readonly string[], index: number, step: -1 | 1): string[] {
  const moved = [...ids]
  const target = index + step
  const id = moved[index]
  if (id === undefined || target < 0 || target >= moved.length) return moved
  moved.splice(index, 1)
  moved.splice(target, 0, id)
  return moved
}
