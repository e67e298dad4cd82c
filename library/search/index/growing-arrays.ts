type Growing = Uint8Array | Int8Array | Uint16Array | Uint32Array | Int32Array | Float32Array

/** The array itself, or a copy of at least twice its length when `needed` entries do not fit. */
export function withRoom<T extends Growing>(array: T, needed: number): T {
  if (needed <= array.length) return array
  const larger = new (array.constructor as new (length: number) => T)(Math.max(array.length * 2, needed))
  larger.set(array)
  return larger
}
