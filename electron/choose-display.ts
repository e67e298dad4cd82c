import type { Display, Rectangle } from 'electron'

type KnownDisplay = Pick<Display, 'id' | 'bounds' | 'workArea'>

/** The display most of a window lies on. */
export function displayUnder<Known extends KnownDisplay>(
  displays: readonly Known[],
  bounds: Rectangle,
): Known | undefined {
  return [...displays].sort((a, b) => overlap(b.bounds, bounds) - overlap(a.bounds, bounds))[0]
}

/** Where the hall looks: a display that is not the speaker's, rather one that is not the computer's own. */
export function displayForSlides<Known extends KnownDisplay>(
  displays: readonly Known[],
  speakers: Known | undefined,
  primaryId: number,
): Known | undefined {
  const others = displays.filter(({ id }) => id !== speakers?.id)
  return others.find(({ id }) => id !== primaryId) ?? others[0]
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
