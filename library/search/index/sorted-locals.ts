/** Passages of one segment, ascending, each once. */
export type Sorted = Uint16Array

/** Those in either. */
export function mergeSorted(a: Sorted, b: Sorted): Sorted {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const merged = new Uint16Array(a.length + b.length)
  let length = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const left = a[i] as number
    const right = b[j] as number
    if (left <= right) i++
    if (right <= left) j++
    merged[length++] = left < right ? left : right
  }
  while (i < a.length) merged[length++] = a[i++] as number
  while (j < b.length) merged[length++] = b[j++] as number
  return merged.subarray(0, length)
}

/** Those of the first that are not in the second. */
export function withoutSorted(a: Sorted, b: Sorted): Sorted {
  if (a.length === 0 || b.length === 0) return a
  const left = new Uint16Array(a.length)
  let length = 0
  let j = 0
  for (let i = 0; i < a.length; i++) {
    const local = a[i] as number
    while (j < b.length && (b[j] as number) < local) j++
    if (b[j] !== local) left[length++] = local
  }
  return left.subarray(0, length)
}

/** Those whose part is marked with 1. */
export function acceptedLocals(locals: Sorted, partOf: Uint16Array, parts: Uint8Array): Sorted {
  const accepted = new Uint16Array(locals.length)
  let length = 0
  for (let i = 0; i < locals.length; i++) {
    const local = locals[i] as number
    if (parts[partOf[local] as number] === 1) accepted[length++] = local
  }
  return accepted.subarray(0, length)
}
