import type { MaterialType } from '../materials/material.schema.ts'
import type { MaterialFile } from '../materials/material-view.ts'

export type Paper = Exclude<MaterialFile, 'slides'>

const CARDS: readonly Paper[] = ['needs-card', 'feedback-card']

/** The papers that are made of each type of material. */
export const PAPERS_OF: Readonly<Record<MaterialType, readonly Paper[]>> = {
  meeting: ['notice', 'agenda', 'script', 'handout', 'sign-in', 'minutes', ...CARDS, 'roles', 'drill', 'guide'],
  drill: ['drill', 'roles', 'handout', ...CARDS],
  guide: ['guide', ...CARDS],
  path: CARDS,
}
