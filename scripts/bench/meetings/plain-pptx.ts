import type { Deck } from '../../../library/meetings/deck/deck.ts'

/** What is used here of pptxgenjs, whose own types do not know that it is a module. */
interface Presentation {
  layout: string
  addSlide(): {
    addText(text: string, options: object): unknown
    addImage(options: object): unknown
  }
  write(options: { readonly outputType: 'uint8array' }): Promise<unknown>
}

/** The same words and pictures without look, notes, marks and checks: what the library alone takes. */
export async function plainPptx(deck: Deck, pictures: readonly Buffer[]): Promise<Uint8Array> {
  const { default: loaded } = (await import('pptxgenjs')) as unknown as { default: new () => Presentation }
  const show = new loaded()
  show.layout = 'LAYOUT_WIDE'
  let used = 0
  for (const { title, blocks } of deck.slides) {
    const slide = show.addSlide()
    slide.addText(title, { x: 0.5, y: 0.3, w: 12, h: 1, fontSize: 32 })
    for (const block of blocks) {
      if (block.type === 'text' || block.type === 'clause' || block.type === 'quote') {
        const text = block.lines.map((line) => line.runs.map((run) => run.text).join('')).join('\n')
        slide.addText(text, { x: 0.5, y: 1.5, w: 12, h: 5, fontSize: 20 })
      }
      if (block.type === 'picture') {
        const bytes = pictures[used++ % pictures.length]
        if (bytes) slide.addImage({ data: `image/jpeg;base64,${bytes.toString('base64')}`, x: 6, y: 1.5, w: 6, h: 4 })
      }
    }
  }
  return (await show.write({ outputType: 'uint8array' })) as Uint8Array
}
