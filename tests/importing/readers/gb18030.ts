const decoder = new TextDecoder('gb18030')
let table: Map<string, number[]> | undefined

/** Encodes text in GBK (the two-byte part of GB18030), which the platform can only decode. */
export function encodeGbk(text: string): Uint8Array {
  table ??= buildTable()
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      const bytes = code < 0x80 ? [code] : table?.get(character)
      if (!bytes) throw new Error(`no GBK for ${character}`)
      return bytes
    }),
  )
}

function buildTable(): Map<string, number[]> {
  const built = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\uFFFD') built.set(character, [lead, trail])
    }
  }
  return built
}

/** Encodes text in UTF-16, little or big end first, without a byte order mark. */
export function encodeUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
