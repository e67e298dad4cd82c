/** JSONata expressions over dates written YYYY-MM-DD; nothing where the date is not filled or not one. */

/** 一 to 六, or 日. The first of January 1970 was a Thursday. */
export function weekdayOf(field: string): string {
  return `${isDate(field)} ? $substring('日一二三四五六', ($toMillis(${field}) / 86400000 + 4) % 7, 1)`
}

export function daysAfter(field: string, days: number): string {
  return `${isDate(field)} ? $fromMillis($toMillis(${field}) + ${days} * 86400000, '[Y0001]-[M01]-[D01]')`
}

/** Whole days from one date to another, both counted. */
export function daysOf(from: string, to: string): string {
  return `${isDate(from)} and ${isDate(to)} ? ($toMillis(${to}) - $toMillis(${from})) / 86400000 + 1`
}

function isDate(field: string): string {
  return `$exists($match(${field}, /^\\d{4}-\\d\\d-\\d\\d$/))`
}

/** Full years of age on a day, from a resident id. */
export function ageOn(idField: string, dateField: string): string {
  const day = `$number($replace(${dateField}, '-', ''))`
  return `$exists($match(${idField}, /^\\d{17}/)) and ${isDate(dateField)} ? $floor((${day} - $number($substring(${idField}, 6, 8))) / 10000)`
}
