/** What could be the code on a card: K7QM-P2XA-4, however it was typed. */
export function cardCode(typed: string): string | undefined {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}·.]/gu, '')
  if (!/^[0-9A-Z]{9}$/.test(letters) || !/\d/.test(letters)) return undefined
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}
