import type PizZip from 'pizzip'
import { changeTexts, readParagraphs } from '../document/part-paragraphs.ts'
import { type FoundBlank, findBlanks } from './find-blanks.ts'

/** Puts `{字段}` in the chosen blanks of a document, in place of the line to write on. */
export function placeBlanks(zip: PizZip, chosen: readonly { readonly id: string; readonly name: string }[]): void {
  const names = new Map(chosen.map(({ id, name }) => [id, name]))
  const byPart = Map.groupBy(
    findBlanks(zip).filter(({ id }) => names.has(id)),
    ({ path }) => path,
  )
  for (const [path, blanks] of byPart) {
    const xml = withWritableCells(zip.file(path)?.asText() ?? '', blanks)
    const paragraphs = readParagraphs(xml)
    const changes = blanks.flatMap(({ id, paragraph: number, start, end }) => {
      const paragraph = paragraphs[number - 1]
      return paragraph ? [{ paragraph, start, end, text: `{${names.get(id)}}` }] : []
    })
    zip.file(path, changeTexts(xml, changes))
  }
}

/** A paragraph without text has nowhere to put one: it gets an empty run, looking as its paragraph mark does. */
function withWritableCells(xml: string, blanks: readonly FoundBlank[]): string {
  const paragraphs = readParagraphs(xml)
  const empty = new Set(
    blanks.map(({ paragraph }) => paragraph).filter((number) => paragraphs[number - 1]?.pieces.length === 0),
  )
  let number = 0
  return xml.replace(
    /<w:p(?=[\s>/])((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>(?:\s*(<w:pPr>(?:(?!<w:p[\s>]).)*?<\/w:pPr>|<w:pPr\/>))?/gs,
    (whole, attributes: string, selfClosing: string, properties: string | undefined) => {
      number += 1
      if (!empty.has(number)) return whole
      const looks = /<w:rPr>.*?<\/w:rPr>/s.exec(properties ?? '')?.[0] ?? ''
      const run = `<w:r>${looks}<w:t></w:t></w:r>`
      return selfClosing === '' ? `${whole}${run}` : `<w:p${attributes}>${run}</w:p>`
    },
  )
}
