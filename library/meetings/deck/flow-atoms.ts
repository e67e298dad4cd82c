import { EMPTY_FILL, fillLines, type LineFill, type Unit } from './text-width.ts'

/** The least that is moved from slide to slide: a stretch of a paragraph, a row, a choice. */
export interface Atom {
  /** Blocks and paragraphs are numbered; what has both in common is set as one paragraph. */
  readonly block: number
  readonly paragraph: number
  /** What a line holds, in em, and how high it is, in points. */
  readonly width: number
  readonly lineHeight: number
  readonly units: readonly Unit[]
  /** Of what is no text: points. */
  readonly height?: number | undefined
  /** Before its paragraph, when it does not begin a slide or a block. Points. */
  readonly gap: number
  /** What its block takes on every slide that it stands on: the head of a table. Points. */
  readonly head: number
  /** How bad it would be to end a slide before this one. 0 is good. */
  readonly badness: number
  /** Printed below when this is on the slide. */
  readonly cites: readonly string[]
}

/** How bad a break is. */
export const BADNESS = {
  none: 0,
  entry: 1,
  deeper: 3,
  sentence: 4,
  clause: 14,
  anywhere: 30,
  lead: 60,
  never: 1000,
} as const

const A_SLIDE = 10
const UNEVEN = 14
const ORPHAN = 18

export interface Page {
  readonly atoms: readonly number[]
  readonly height: number
}

/** How much of a slide is taken while one atom after another is set. */
export interface Filling {
  add(atom: Atom): number
}

/** @param blockGap between blocks, in points */
export function openFilling(blockGap: number): Filling {
  let height = 0
  let last: Atom | undefined
  let fill: LineFill = EMPTY_FILL
  return {
    add(atom) {
      const isNew = last === undefined || last.block !== atom.block || last.paragraph !== atom.paragraph
      if (last === undefined) height += atom.head
      else if (last.block !== atom.block) height += blockGap + atom.head
      else if (isNew) height += atom.gap
      if (atom.height !== undefined) height += atom.height
      else {
        const before = isNew ? EMPTY_FILL : fill
        fill = fillLines(before, atom.units, atom.width)
        height += (fill.lines - before.lines) * atom.lineHeight
      }
      last = atom
      return height
    },
  }
}

export interface FlowBox {
  /** Points. */
  readonly height: number
  readonly blockGap: number
  /** What the citations of a slide take of it. */
  readonly foot: (cites: readonly string[]) => number
}

/**
 * Distributes atoms over slides, in their order: as few slides as hold them, ended where it reads well, and evenly
 * filled. An atom that no slide holds has one of its own.
 */
export function flowAtoms(atoms: readonly Atom[], box: FlowBox): Page[] {
  const count = atoms.length
  if (count === 0) return []
  const target = evenHeight(atoms, box)
  const cost: number[] = new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY)
  const next: number[] = new Array<number>(count + 1).fill(count)
  const heights: number[] = new Array<number>(count + 1).fill(0)
  cost[count] = 0
  for (let from = count - 1; from >= 0; from--) {
    forEachPage(atoms, from, box, (end, height, room) => {
      const rest = cost[end] ?? 0
      const isAll = from === 0 && end === count
      const uneven = isAll ? 0 : UNEVEN * ((target - height) / box.height) ** 2
      const lineHeight = atoms[from]?.lineHeight ?? 0
      const orphan = !isAll && height < 1.6 * lineHeight ? ORPHAN : 0
      const over = height > room ? 10_000 : 0
      const sum = rest + A_SLIDE + uneven + orphan + over + (end < count ? (atoms[end]?.badness ?? 0) : 0)
      if (sum < (cost[from] ?? 0)) {
        cost[from] = sum
        next[from] = end
        heights[from] = height
      }
    })
  }
  const pages: Page[] = []
  for (let from = 0; from < count; from = next[from] ?? count) {
    const end = next[from] ?? count
    pages.push({ atoms: Array.from({ length: end - from }, (_, index) => from + index), height: heights[from] ?? 0 })
  }
  return pages
}

/** Calls back for each end of a slide that begins there. */
function forEachPage(
  atoms: readonly Atom[],
  from: number,
  box: FlowBox,
  call: (end: number, height: number, room: number) => void,
): void {
  const filling = openFilling(box.blockGap)
  const cites: string[] = []
  for (let at = from; at < atoms.length; at++) {
    const atom = atoms[at] as Atom
    for (const cite of atom.cites) if (!cites.includes(cite)) cites.push(cite)
    const height = filling.add(atom)
    const room = box.height - box.foot(cites)
    if (height > room && at > from) return
    call(at + 1, height, room)
  }
}

/** How high each slide would be, were all of as few as possible alike. */
function evenHeight(atoms: readonly Atom[], box: FlowBox): number {
  let [slides, sum] = [0, 0]
  for (let from = 0; from < atoms.length; ) {
    let furthest = { end: from + 1, height: 0 }
    forEachPage(atoms, from, box, (end, height) => {
      furthest = { end, height }
    })
    slides += 1
    sum += furthest.height
    from = furthest.end
  }
  return sum / slides
}
