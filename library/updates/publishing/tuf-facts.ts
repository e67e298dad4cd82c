/** The version of The Update Framework's specification that metadata here follows. */
export const SPEC_VERSION = '1.0.34'

/** A day so many years from now, as TUF writes it: without fractions of a second. */
export function expiresIn(years: number, now: Date): string {
  const end = new Date(now)
  end.setUTCMonth(end.getUTCMonth() + Math.round(years * 12))
  return `${end.toISOString().slice(0, 19)}Z`
}
