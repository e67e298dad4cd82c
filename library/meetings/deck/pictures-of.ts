import type { DrillRecord } from '../drills/drill.schema.ts'
import type { StepGuideRecord } from '../guides/step-guide.schema.ts'
import type { MaterialPicture } from '../materials/cited.schema.ts'
import type { MaterialRecord } from '../materials/material.schema.ts'

/** All pictures that a material names, in the order of its parts. */
export function picturesOf(record: MaterialRecord): MaterialPicture[] {
  switch (record.type) {
    case 'meeting':
      return record.parts.flatMap((part) => [
        ...part.pictures,
        ...(part.type === 'scene' && part.drill ? ofDrill(part.drill) : []),
        ...(part.type === 'exercise' && part.guide ? ofGuide(part.guide) : []),
      ])
    case 'drill':
      return ofDrill(record)
    case 'guide':
      return ofGuide(record)
    case 'path':
      return []
  }
}

const ofDrill = ({ turns }: DrillRecord) => turns.flatMap(({ picture }) => picture ?? [])
const ofGuide = ({ steps }: StepGuideRecord) => steps.flatMap(({ picture }) => picture ?? [])
