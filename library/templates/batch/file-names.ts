/** Gives each document a name of its own in a folder where capitals and small letters are the same. */
export interface FileNames {
  /** @param name without ending, legal on Windows */
  take(name: string, ending: string): string
}

/** Bytes of UTF-8 that NTFS, exFAT and ext4 all keep of a name. */
const LONGEST = 255

/** @param taken the names that are there already */
export function fileNames(taken: Iterable<string>): FileNames {
  const used = new Set([...taken].map(fold))
  /** The next number to be tried: a thousand documents of one name are not a million tries. */
  const next = new Map<string, number>()
  return {
    take(name, ending) {
      const key = fold(`${name}${ending}`)
      for (let number = next.get(key) ?? 1; ; number++) {
        const free = number === 1 ? `${name}${ending}` : `${cut(name, ending, number)}（${number}）${ending}`
        if (used.has(fold(free))) continue
        next.set(key, number + 1)
        used.add(fold(free))
        return free
      }
    },
  }
}

const fold = (name: string) => name.normalize('NFC').toLowerCase()

function cut(name: string, ending: string, number: number): string {
  let short = ''
  for (const character of name) {
    if (Buffer.byteLength(`${short}${character}（${number}）${ending}`) > LONGEST) break
    short += character
  }
  return short.replace(/[. ]+$/, '')
}
