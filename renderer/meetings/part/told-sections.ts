import type { ToldStory } from '../../../library/meetings/outline/outline.schema.ts'

/** The sections of a told story together with those that were left out, in the order of the whole story. */
export function withLeftOut(told: ToldStory, whole: ToldStory): { readonly story: ToldStory; readonly back: number } {
  const here = new Map(told.sections.map((section) => [section.heading, section]))
  const headings = new Set(whole.sections.map(({ heading }) => heading))
  const added = told.sections.filter(({ heading }) => !headings.has(heading))
  const sections = [...whole.sections.map((section) => here.get(section.heading) ?? section), ...added].slice(0, 12)
  const back = sections.length - told.sections.length
  return { story: back === 0 ? told : { ...told, sections }, back }
}
