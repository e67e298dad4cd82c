import { announcesNext, atomsOfBlock, type BlockAtom, blockOfAtoms, type FlowingBlock } from './block-atoms.ts'
import type { Block, BlockBox, DeckPicture, Slide, SlideBox, SlideCitation, SlideFrame, SlideLook } from './deck.ts'
import { fitPicture, round } from './fit-picture.ts'
import { BADNESS, flowAtoms, openFilling, type Page } from './flow-atoms.ts'
import { readableDraft } from './readable-draft.ts'
import { shortened } from './shortened.ts'
import { citationsBox, citationsRoom, contentAreas, openingAreas, type SlideAreas } from './slide-areas.ts'
import type { DraftBlock, SlideDraft } from './slide-draft.ts'
import { BLOCK_GAP, GUTTER } from './slide-spacing.ts'
import { columnWidths, tableSize } from './table-columns.ts'
import { charactersOf, widthOf } from './text-width.ts'

/** A slide that has no name of its own yet. */
export type LaidOut = Omit<Slide, 'id'>

/** Text beside a picture: its share of the width and of its usual size, the best first. */
const BESIDE: Readonly<Record<'content' | 'picture', readonly (readonly [share: number, size: number])[]>> = {
  content: [
    [0.46, 1],
    [0.54, 1],
  ],
  // What the picture shows matters more than how large its words are.
  picture: [
    [0.36, 1],
    [0.46, 1],
    [0.54, 1],
    [0.46, 0.86],
    [0.54, 0.78],
  ],
}
/** What a few words may be grown by, and how much of the slide they then take at most. */
const GROWN = [1.35, 1.2]
const GROWN_SHARE = 0.74
/** What little too much may be made smaller by, so that it takes a slide less, where it takes no more than these. */
const MOST_SQUEEZED = 4
const SMALLER = [0.94, 0.88]
const SMALLER_TABLE = [0.9, 0.82, 0.76]
/** Points; what is smaller is not read from the back. */
const LEAST_SIZE = 19
const SMALLER_OPENING = [1, 0.92, 0.84]
/** Few words stand a little lower, by this share of what is left, and by no more points than that. */
const LOWER = { share: 0.28, most: 56 }

/** What is shown together on as many slides as it takes. */
export function layOut(given: SlideDraft, look: SlideLook): LaidOut[] {
  const clean = readableDraft(given)
  const draft = { ...clean, blocks: joinedText(clean.blocks) }
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

/** Text that follows text is one text. */
function joinedText(blocks: readonly DraftBlock[]): DraftBlock[] {
  const joined: DraftBlock[] = []
  for (const one of blocks) {
    const last = joined.at(-1)
    if (last?.block.type === 'text' && one.block.type === 'text' && last.cites === one.cites) {
      joined[joined.length - 1] = { ...last, block: { type: 'text', lines: [...last.block.lines, ...one.block.lines] } }
    } else joined.push(one)
  }
  return joined
}

/** What does not stand below the large title stands on slides of its own. */
function layOutOpening(draft: SlideDraft, look: SlideLook): LaidOut[] {
  const { layout, blocks } = draft
  const areasOf = (isRaised: boolean) => openingAreas(draft, look, layout as 'cover' | 'part' | 'end', isRaised)
  const sizes = SMALLER_OPENING.map((by) => look.bodySize * by)
  for (const areas of [areasOf(false), areasOf(true)]) {
    const flowed = onOneSlide(blocks, areas.body, look, sizes, areas.body.height)
    if (flowed) return [slideOf(draft, layout, areas, placed(flowed, flowed.pages[0], areas.body), look)]
  }
  const alone = slideOf(draft, layout, areasOf(false), { blocks: [], boxes: [], citations: [] }, look)
  if (blocks.length === 0) return [alone]
  const { notes: _notes, minutes: _minutes, plays: _plays, ...rest } = draft
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
  /** Points by which everything stands lower. */
  readonly lower?: number
}

function flow(blocks: readonly DraftBlock[], body: SlideBox, look: SlideLook, size: number): Flowed {
  const heights = new Map<string, number>()
  const foot = (says: readonly string[]) => {
    const key = says.join('\n')
    const known = heights.get(key) ?? citationsRoom(says, look)
    heights.set(key, known)
    return known
  }
  const atoms = blocks.flatMap(({ block, cites = [] }, index) => {
    const says = cites.map((cite) => cite.says)
    const own = atomsOfBlock(block, index, { width: body.width, size, height: body.height - foot(says) }, says)
    // What announces a table is not left behind on the slide before it.
    const [first] = own
    if (first && announcesNext(blocks[index - 1]?.block)) own[0] = { ...first, badness: BADNESS.lead }
    return own
  })
  const pages = flowAtoms(atoms, { height: body.height, blockGap: BLOCK_GAP * size, foot })
  const isInside = pages.every((page) => {
    const says = [...new Set(page.atoms.flatMap((at) => atoms[at]?.cites ?? []))]
    return page.height <= body.height - foot(says) + 0.01
  })
  return { blocks, atoms, pages, size, isInside }
}

function flowSlides(draft: SlideDraft, areas: SlideAreas, look: SlideLook): LaidOut[] {
  const flowed = fitted(draft.blocks, areas.body, look)
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

/** A few words are set larger, so that the slide is not empty; what is hardly too much for one slide is set smaller. */
function fitted(blocks: readonly DraftBlock[], body: SlideBox, look: SlideLook): Flowed {
  const usual = flow(blocks, body, look, look.bodySize)
  const [first] = usual.pages
  const hasTable = blocks.some(({ block }) => block.type === 'table')
  if (usual.pages.length === 1 && first && !hasTable) {
    const sizes = GROWN.map((by) => Math.round(look.bodySize * by))
    const larger = onOneSlide(blocks, body, look, sizes, body.height * GROWN_SHARE) ?? usual
    const left = body.height - (larger.pages[0]?.height ?? 0) - footOf(larger, look)
    return { ...larger, lower: Math.min(LOWER.most, left * LOWER.share) }
  }
  if (usual.pages.length < 2 || usual.pages.length > MOST_SQUEEZED) return usual
  const smaller = (hasTable ? SMALLER_TABLE : SMALLER).map((by) => look.bodySize * by)
  return smaller
    .filter((size) => size >= LEAST_SIZE)
    .map((size) => flow(blocks, body, look, Math.round(size * 2) / 2))
    .reduce((best, tried) => (tried.pages.length < best.pages.length && tried.isInside ? tried : best), usual)
}

function onOneSlide(
  blocks: readonly DraftBlock[],
  body: SlideBox,
  look: SlideLook,
  sizes: readonly number[],
  most: number,
): Flowed | undefined {
  for (const size of sizes) {
    const tried = flow(blocks, body, look, Math.round(size * 2) / 2)
    if (tried.pages.length === 1 && (tried.pages[0]?.height ?? 0) <= most && tried.isInside) return tried
  }
  return undefined
}

const footOf = ({ blocks }: Flowed, look: SlideLook) =>
  citationsRoom([...new Set(blocks.flatMap(({ cites = [] }) => cites.map(({ says }) => says)))], look)

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
      y: round(body.y + from + (flowed.lower ?? 0)),
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
  const own = tableSize(whole, { width, size })
  return { size: own, columns: columnWidths(whole, width, own) }
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
    ...(kicker !== undefined && { kicker: oneLine(kicker, layout, areas, look) }),
    blocks,
    frame,
    citations,
    notes,
    ...(minutes !== undefined && { minutes }),
    ...(plays !== undefined && { plays }),
  }
}

/** The part's name stands on one line; at the beginning of a part it is set a quarter larger. */
function oneLine(kicker: string, layout: Slide['layout'], { title }: SlideAreas, look: SlideLook): string {
  const isOpening = layout === 'cover' || layout === 'part' || layout === 'end'
  const most = Math.floor(title.width / (look.smallSize * (isOpening ? 1.35 : 1)))
  let shown = shortened(kicker, most)
  while (widthOf(shown) > most && shown.length > 1) shown = shortened(shown, charactersOf(shown).length - 2)
  return shown
}

/** Text with a picture on its right, where the text fits there on one slide. */
function besideSlide(
  draft: SlideDraft,
  picture: DeckPicture,
  { body, ...areas }: SlideAreas,
  look: SlideLook,
): LaidOut | undefined {
  if (draft.blocks.some(({ block }) => block.type === 'table')) return undefined
  for (const [share, size] of BESIDE[draft.layout === 'picture' ? 'picture' : 'content']) {
    const text = { ...body, width: round((body.width - GUTTER) * share) }
    const flowed = flow(draft.blocks, text, look, Math.round(look.bodySize * size))
    if (flowed.pages.length > 1 || !flowed.isInside) continue
    const of = placed(flowed, flowed.pages[0], text)
    const x = text.x + text.width + GUTTER
    const area = { x, y: body.y, width: body.x + body.width - x, height: body.height - footOf(flowed, look) }
    const boxes = [...of.boxes, fitPicture(picture, area, look, 'top')]
    const blocks: Block[] = [...of.blocks, { type: 'picture', picture }]
    return slideOf(draft, draft.layout, { body, ...areas }, { ...of, blocks, boxes }, look)
  }
  return undefined
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
