import PizZip from 'pizzip'

/** The parts of a .pptx, as texts. */
export interface PptxParts {
  readonly names: readonly string[]
  text(name: string): string
  /** `slide1.xml` … in their order. */
  slides(): string[]
}

export function openParts(bytes: Uint8Array): PptxParts {
  const zip = new PizZip(bytes)
  const names = Object.keys(zip.files)
  const text = (name: string) => zip.file(name)?.asText() ?? ''
  const count = names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length
  return {
    names,
    text,
    slides: () => Array.from({ length: count }, (_, index) => text(`ppt/slides/slide${index + 1}.xml`)),
  }
}

/** The words of a piece of XML, paragraph by paragraph. */
export const wordsIn = (xml: string): string[] =>
  (xml.match(/<a:p>[\s\S]*?<\/a:p>/g) ?? []).map((paragraph) =>
    [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, words]) => words).join(''),
  )

/** The texts of a slide in reading order, each with its placeholder. */
export const shapesIn = (slide: string) =>
  (slide.match(/<p:sp>[\s\S]*?<\/p:sp>/g) ?? []).map((shape) => ({
    place: /<p:ph\b[^>]*type="(\w+)"/.exec(shape)?.[1],
    words: wordsIn(shape),
  }))
