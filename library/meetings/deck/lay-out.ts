import { atomsOfBlock, type BlockAtom, blockOfAtoms, type FlowingBlock } from './block-atoms.ts'
import type { Block, BlockBox, DeckPicture, Slide, SlideBox, SlideCitation, SlideFrame, SlideLook } from './deck.ts'
import { fitPicture, round } from './fit-picture.ts'
import { flowAtoms, openFilling, type Page } from './flow-atoms.ts'
import { citationsBox, citationsHeight, contentAreas, openingAreas, type SlideAreas } from './slide-areas.ts'
import type { DraftBlock, SlideDraft } from './slide-draft.ts'
import { BLOCK_GAP, GUTTER } from './slide-spacing.ts'
import { columnWidths, tableSize } from './table-columns.ts'

/** A slide that has no name of its own yet. */
export type LaidOut = Omit<Slide, 'id'>

/** Text beside a picture takes this much of the width. */
const TEXT_SHARE = 0.54
/** What a few words may be grown by, and how much of the slide they then take at most. */
const GROWN = [1.35, 1.2]
const GROWN_SHARE = 0.74

/** What is shown together on as many slides as it takes. */
export function layOut(draft: SlideDraft, look: SlideLook): LaidOut[] {
  if (draft.pictures) return [pictureSlide(draft, draft.pictures, look)]
  const isOpening = draft.layout === 'cover' || draft.layout === 'part' || draft.layout === 'end'
  if (isOpening) return layOutOpening(draft, look)
  const areas = contentAreas(draft, look)
  if (draft.beside) {
    const beside = besideSlide(draft, draft.beside, areas, look)
    if (beside) return [beside]
    return [
      ...layOut({ ...draft, beside: undefined, layout: draft.layout === 'picture' ? 'content' : draft.layout }, look),
      ...layOut(pictureDraft(draft, draft.beside), look),
    ]
  }
  return flowSlides(draft, areas, look)
}

/** What does not stand below the large title stands on slides of its own. */
function layOutOpening(draft: SlideDraft, look: SlideLook): LaidOut[] {
  const { layout, blocks, beside } = draft
  const areas = openingAreas(draft, look, layout as 'cover' | 'part' | 'end')
  const flowed = flow(blocks, areas.body, look, look.bodySize)
  if (flowed.pages.length <= 1 && flowed.isInside && !beside) {
    return [slideOf(draft, layout, areas, placed(flowed, flowed.pages[0], areas.body), look)]
  }
  const { notes: _notes, minutes: _minutes, plays: _plays, ...rest } = draft
  const alone = slideOf(draft, layout, areas, { blocks: [], boxes: [], citations: [] }, look)
  return [alone, ...layOut({ ...rest, layout: 'content', title: `${draft.title}（续）` }, look)]
}

interface Placed {
  readonly blocks: readonly Block[]
  readonly boxes: readonly BlockBox[]
  readonly citations: readonly SlideCitation[]
}

interface Flowed {
  readonly blocks: readonly DraftBlock[]
  readonly atoms: readonly BlockAtom[]
  readonly pages: readonly Page[]
  readonly size: number
  readonly isInside: boolean
}

function flow(blocks: readonly DraftBlock[], body: SlideBox, look: SlideLook, size: number): Flowed {
  const heights = new Map<string, number>()
  const foot = (says: readonly string[]) => {
    const key = says.join('\n')
    const known = heights.get(key) ?? citationsHeight(says, look)
    heights.set(key, known)
    return known
  }
  const atoms = blocks.flatMap(({ block, cites = [] }, index) => {
    const says = cites.map((cite) => cite.says)
    return atomsOfBlock(block, index, { width: body.width, size, height: body.height - foot(says) }, says)
  })
  const pages = flowAtoms(atoms, { height: body.height, blockGap: BLOCK_GAP * size, foot })
  const isInside = pages.every((page) => {
    const says = [...new Set(page.atoms.flatMap((at) => atoms[at]?.cites ?? []))]
    return page.height <= body.height - foot(says) + 0.01
  })
  return { blocks, atoms, pages, size, isInside }
}

function flowSlides(draft: SlideDraft, areas: SlideAreas, look: SlideLook): LaidOut[] {
  const flowed = grown(draft.blocks, areas.body, look)
  const pages = flowed.pages.length === 0 ? [undefined] : flowed.pages
  return pages.map((page, index) => {
    const { notes, minutes, plays, ...rest } = draft
    const shown = index === 0 ? draft : rest
    return slideOf(
      { ...shown, title: draft.title, ...(pages.length > 1 && { step: `（${index + 1}/${pages.length}）` }) },
      draft.layout,
      areas,
      placed(flowed, page, areas.body),
      look,
    )
  })
}

/** A few words are set larger, so that the slide is not empty. */
function grown(blocks: readonly DraftBlock[], body: SlideBox, look: SlideLook): Flowed {
  const usual = flow(blocks, body, look, look.bodySize)
  if (usual.pages.length !== 1 || blocks.some(({ block }) => block.type === 'table')) return usual
  for (const by of GROWN) {
    const tried = flow(blocks, body, look, Math.round(look.bodySize * by))
    if (tried.pages.length === 1 && (tried.pages[0]?.height ?? 0) <= body.height * GROWN_SHARE && tried.isInside)
      return tried
  }
  return usual
}

/** The blocks of one slide, where they stand, and what they cite. */
function placed(flowed: Flowed, page: Page | undefined, body: SlideBox): Placed {
  if (!page) return { blocks: [], boxes: [], citations: [] }
  const atoms = page.atoms.map((at) => flowed.atoms[at] as BlockAtom)
  const filling = openFilling(BLOCK_GAP * flowed.size)
  const blocks: Block[] = []
  const boxes: BlockBox[] = []
  const citations: SlideCitation[] = []
  let end = 0
  for (const [index, own] of Map.groupBy(atoms, ({ block }) => block)) {
    const { block, cites = [] } = flowed.blocks[index] as DraftBlock
    const from = blocks.length === 0 ? 0 : end + BLOCK_GAP * flowed.size
    for (const atom of own) end = filling.add(atom)
    const part = blockOfAtoms(block, own)
    blocks.push(part)
    boxes.push({
      x: body.x,
      y: round(body.y + from),
      width: round(body.width),
      height: round(end - from),
      ...setting(block, part, body.width, flowed.size),
    })
    for (const cite of cites) if (!citations.some(({ citeId }) => citeId === cite.citeId)) citations.push(cite)
  }
  return { blocks, boxes, citations: [...new Map(citations.map((cite) => [cite.says, cite])).values()] }
}

/** Columns are those of the whole table, on whatever slide its rows stand. */
function setting(whole: FlowingBlock, part: FlowingBlock, width: number, size: number) {
  if (whole.type !== 'table' || part.type !== 'table') return { size }
  return { size: tableSize(whole, { width, size }), columns: columnWidths(whole, width) }
}

function slideOf(
  draft: SlideDraft & { readonly step?: string },
  layout: Slide['layout'],
  areas: SlideAreas,
  { blocks, boxes, citations }: Placed,
  look: SlideLook,
): LaidOut {
  const citationsAt = citationsBox(citations, look)
  const frame: SlideFrame = {
    ...(areas.kicker && { kicker: areas.kicker }),
    title: areas.title,
    titleSize: areas.titleSize,
    blocks: boxes,
    ...(citationsAt && { citations: citationsAt }),
  }
  const { partId, partType, kicker, notes = [], minutes, plays, title, step = '' } = draft
  return {
    ...(partId !== undefined && { partId }),
    ...(partType !== undefined && { partType }),
    layout,
    title: `${title}${step}`,
    ...(kicker !== undefined && { kicker }),
    blocks,
    frame,
    citations,
    notes,
    ...(minutes !== undefined && { minutes }),
    ...(plays !== undefined && { plays }),
  }
}

/** Text with a picture on its right, where the text fits there on one slide. */
function besideSlide(draft: SlideDraft, picture: DeckPicture, areas: SlideAreas, look: SlideLook): LaidOut | undefined {
  const { body } = areas
  if (draft.blocks.some(({ block }) => block.type === 'table')) return undefined
  const share = picture.width > picture.height * 1.6 ? 0.46 : TEXT_SHARE
  const text = { ...body, width: (body.width - GUTTER) * share }
  const flowed = flow(draft.blocks, text, look, look.bodySize)
  if (flowed.pages.length > 1 || !flowed.isInside) return undefined
  const of = placed(flowed, flowed.pages[0], text)
  const foot = citationsHeight(
    of.citations.map(({ says }) => says),
    look,
  )
  const area = {
    x: text.x + text.width + GUTTER,
    y: body.y,
    width: body.width - text.width - GUTTER,
    height: body.height - foot,
  }
  const boxes = [...of.boxes, fitPicture(picture, area, look)]
  return slideOf(
    draft,
    draft.layout,
    areas,
    { ...of, blocks: [...of.blocks, { type: 'picture', picture }], boxes },
    look,
  )
}

function pictureDraft({ blocks: _blocks, notes: _notes, ...draft }: SlideDraft, picture: DeckPicture): SlideDraft {
  return {
    ...draft,
    title: `${draft.title}（图）`,
    layout: 'picture',
    blocks: [],
    beside: undefined,
    pictures: [picture],
  }
}

/** Pictures alone, two beside each other. */
function pictureSlide(draft: SlideDraft, pictures: readonly DeckPicture[], look: SlideLook): LaidOut {
  const areas = contentAreas(draft, look)
  const { body } = areas
  const width = (body.width - GUTTER * (pictures.length - 1)) / pictures.length
  const boxes = pictures.map((picture, index) =>
    fitPicture(picture, { ...body, x: body.x + index * (width + GUTTER), width }, look),
  )
  const blocks = pictures.map((picture): Block => ({ type: 'picture', picture }))
  return slideOf(draft, 'picture', areas, { blocks, boxes, citations: [] }, look)
}
