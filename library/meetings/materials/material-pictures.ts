import type { DrillRecord } from '../drills/drill.schema.ts'
import type { StepGuideRecord } from '../guides/step-guide.schema.ts'
import type { MeetingPart } from '../outline/outline.schema.ts'
import type { MaterialPicture } from './cited.schema.ts'
import type { MaterialRecord } from './material.schema.ts'

type Change = (picture: MaterialPicture) => MaterialPicture

/** The pictures of a record in the order in which they are shown. */
export function picturesOf(record: MaterialRecord): MaterialPicture[] {
  const pictures: MaterialPicture[] = []
  mapPictures(record, (picture) => {
    pictures.push(picture)
    return picture
  })
  return pictures
}

/** The record with each picture replaced by what `change` makes of it. */
export function mapPictures(record: MaterialRecord, change: Change): MaterialRecord {
  switch (record.type) {
    case 'meeting':
      return { ...record, parts: record.parts.map((part) => mapPart(part, change)) }
    case 'drill':
      return mapDrill(record, change)
    case 'guide':
      return mapGuide(record, change)
    case 'path':
      return record
  }
}

function mapPart(given: MeetingPart, change: Change): MeetingPart {
  const part = { ...given, pictures: given.pictures.map(change) }
  if (part.type === 'scene' && part.drill) return { ...part, drill: mapDrill(part.drill, change) }
  if (part.type === 'exercise' && part.guide) return { ...part, guide: mapGuide(part.guide, change) }
  return part
}

const mapDrill = (drill: DrillRecord, change: Change): DrillRecord => ({
  ...drill,
  turns: drill.turns.map((turn) => (turn.picture ? { ...turn, picture: change(turn.picture) } : turn)),
})

const mapGuide = (guide: StepGuideRecord, change: Change): StepGuideRecord => ({
  ...guide,
  steps: guide.steps.map((step) => (step.picture ? { ...step, picture: change(step.picture) } : step)),
})
