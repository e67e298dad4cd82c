const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * A resident id for samples: its check digit is right, but no place has the area code 990000, so it is nobody's.
 * @param birthDate YYYYMMDD
 * @param order three digits, odd for men
 */
export function inventedResidentId(birthDate: string, order: string): string {
  const digits = `990000${birthDate}${order}`
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return `${digits}${'10X98765432'[sum % 11]}`
}
