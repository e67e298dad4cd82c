import type { Slide, SlideLook } from './deck.ts'
import { type LaidOut, layOut } from './lay-out.ts'
import type { SlideDraft } from './slide-draft.ts'

/** Lays the drafts out; every slide has a title that no other has, and an id that stays while the outline does. */
export function nameSlides(drafts: readonly SlideDraft[], look: SlideLook): Slide[] {
  const titles: Titles = { taken: new Set(), next: new Map() }
  const numbers = new Map<string, number>()
  return drafts.flatMap((draft) => {
    const slides = uniquelyTitled(draft, look, titles)
    for (const { title } of slides) titles.taken.add(title)
    return slides.map((slide): Slide => {
      // No part's id has a line below.
      const of = draft.partId ?? `_${draft.layout}`
      const number = (numbers.get(of) ?? 0) + 1
      numbers.set(of, number)
      return { id: `${of}_${number}`, ...slide }
    })
  })
}

/** Characters of a title with the part's name behind it; beyond, a number tells it apart. */
const READ_AT_ONCE = 28

interface Titles {
  readonly taken: Set<string>
  /** By title: the number that the next one of it gets. */
  readonly next: Map<string, number>
}

function uniquelyTitled(draft: SlideDraft, look: SlideLook, { taken, next }: Titles): LaidOut[] {
  const { title, kicker } = draft
  const isUnique = (slides: readonly LaidOut[]) =>
    slides.every(({ title: one }) => !taken.has(one)) &&
    new Set(slides.map((slide) => slide.title)).size === slides.length
  const plain = layOut(draft, look)
  if (isUnique(plain)) return plain
  if (kicker !== undefined && !title.includes(kicker) && title.length + kicker.length <= READ_AT_ONCE) {
    const told = layOut({ ...draft, title: `${title} · ${kicker}` }, look)
    if (isUnique(told)) return told
  }
  for (let number = next.get(title) ?? 2; ; number++) {
    const numbered = layOut({ ...draft, title: `${title} · ${number}` }, look)
    next.set(title, number + 1)
    if (isUnique(numbered)) return numbered
  }
}
