import type { LocatedParagraph } from '../reading/located-paragraph.ts'
import type { OfficialOutline } from './official-outline.ts'

/** A rule of layout about paragraphs: all that break it make one finding, and one click puts them all right. */
export interface LayoutRule {
  /** Part of the finding's id, by which a repair is found again. */
  readonly name: string
  /** The paragraphs that break it. */
  readonly offenders: (outline: OfficialOutline) => readonly LocatedParagraph[]
  /** @param count how many paragraphs break it */
  readonly says: (first: LocatedParagraph, count: number, outline: OfficialOutline) => string
  readonly why: string
  readonly label: string
  readonly repair: (paragraph: LocatedParagraph, outline: OfficialOutline) => void
}

/** 有 12 段 where several break a rule. */
export const several = (count: number): string => (count > 1 ? `有${count}段` : '')
