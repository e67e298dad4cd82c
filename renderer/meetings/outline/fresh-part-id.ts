/** An id no part of the outline has: `p7`. */
export function freshPartId(taken: ReadonlySet<string>): string {
  let n = taken.size + 1
  while (taken.has(`p${n}`)) n += 1
  return `p${n}`
}
