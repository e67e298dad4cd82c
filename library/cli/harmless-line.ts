/** What was typed in may hold what moves a terminal's cursor, starts a line or turns its direction. */
export const harmlessLine = (line: string): string =>
  line.replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
