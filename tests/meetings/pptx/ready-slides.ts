import { readdirSync, readFileSync } from 'node:fs'
import type { Slide } from '../../../library/meetings/deck/deck.ts'
import { deckOf } from '../../../library/meetings/deck/deck-of.ts'
import { lookOf } from '../../../library/meetings/deck/looks.ts'
import { MaterialRecord } from '../../../library/meetings/materials/material.schema.ts'

const content = new URL('../../../content/', import.meta.url)

/** The records of all ready materials, as they are written. */
function readyRecords(): MaterialRecord[] {
  const endings = { meetings: '.meeting.json', drills: '.drill.json', guides: '.guide.json', learning: '.path.json' }
  return Object.entries(endings).flatMap(([folder, ending]) => {
    const place = new URL(`${folder}/`, content)
    const names = readdirSync(place).filter((name) => name.endsWith(ending))
    return names.map((name) => MaterialRecord.parse(JSON.parse(readFileSync(new URL(name, place), 'utf8'))))
  })
}

/** Of all slides of all ready materials one of each make: what stands on it, in what order, how it is listed. */
export function everyMakeOfReadySlide(): Slide[] {
  const makes = new Map<string, Slide>()
  for (const record of readyRecords()) {
    for (const slide of deckOf(record, [], lookOf('quiet'), { on: '2026-11-21' }).slides) {
      const blocks = slide.blocks.map((block) => [
        block.type,
        'lines' in block && [...new Set(block.lines.map(({ marker, level }) => `${typeof marker} ${level}`))],
        block.type === 'picture' && [...new Set(block.picture.marks?.map(({ type }) => type))],
        block.type === 'choices' && block.choices.some(({ right }) => right),
      ])
      const make = JSON.stringify([slide.layout, blocks, slide.citations.length > 0, slide.kicker !== undefined])
      if (!makes.has(make)) makes.set(make, slide)
    }
  }
  return [...makes.values()]
}
