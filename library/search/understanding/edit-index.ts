/** Finds terms that may differ from a text by one edit; more than those, so each is to be compared. */
export interface EditIndex {
  add(term: string, id: number): void
  near(text: string): Set<number>
}

/**
 * One edit leaves one half of a term as it is, so a term is kept under each half and its length.
 * Only a swap across the middle touches both: those are looked up as they would be swapped back.
 */
export function createEditIndex(): EditIndex {
  const heads = new Map<string, number[]>()
  const tails = new Map<string, number[]>()
  const keep = (map: Map<string, number[]>, key: string, id: number) => {
    const ids = map.get(key)
    if (ids) ids.push(id)
    else map.set(key, [id])
  }
  return {
    add(term, id) {
      const half = term.length >> 1
      const length = String.fromCharCode(term.length)
      keep(heads, length + term.slice(0, half), id)
      keep(tails, length + term.slice(half), id)
    },
    near(text) {
      const found = new Set<number>()
      const collect = (ids: readonly number[] | undefined) => {
        for (const id of ids ?? []) found.add(id)
      }
      for (let length = Math.max(3, text.length - 1); length <= text.length + 1; length++) {
        const half = length >> 1
        const mark = String.fromCharCode(length)
        collect(heads.get(mark + text.slice(0, half)))
        collect(tails.get(mark + text.slice(text.length - (length - half))))
      }
      const middle = text.length >> 1
      if (text.length >= 3) {
        const swapped = `${text.slice(0, middle - 1)}${text[middle]}`
        collect(heads.get(String.fromCharCode(text.length) + swapped))
      }
      return found
    },
  }
}
