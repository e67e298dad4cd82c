const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHARACTERS = '10X98765432'

/** The check character of a resident id (GB 11643-1999, ISO/IEC 7064 MOD 11-2) by its first 17 digits. */
export function residentIdCheck(id: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  return CHARACTERS[sum % 11]
}
