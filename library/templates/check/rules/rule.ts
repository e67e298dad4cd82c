import type { FindingRule, Repair } from '../../finding.ts'
import type { Severity } from '../../template-schema.ts'
import type { CheckSurroundings } from '../check-surroundings.ts'
import type { DocumentText, LocatedParagraph } from '../reading/located-paragraph.ts'

/** What a rule looks at. */
export interface RuleInput {
  readonly document: DocumentText
  readonly surroundings: CheckSurroundings
  /** Whether the layout of official documents (GB/T 9704-2012) applies. */
  readonly official: boolean
}

/** What a rule found. Without a paragraph it is about the whole document. */
export interface Fault {
  readonly rule: FindingRule
  readonly severity: Severity
  readonly says: string
  readonly why?: string | undefined
  readonly paragraph?: LocatedParagraph | undefined
  /** Characters into the paragraph; the whole paragraph when left out. */
  readonly start?: number | undefined
  readonly end?: number | undefined
  readonly repair?: Repair | undefined
  /** The change of layout that the repair makes, by its name in layout-repairs.ts. */
  readonly layoutRepair?: string | undefined
  readonly related?:
    | { readonly itemId: string; readonly title: string; readonly anchor?: string | undefined }
    | undefined
}

/** One rule, independent of all others: it reads the document and says what it found. */
export interface Rule {
  /** What it looks for, for people: 空着的占位符 … */
  readonly title: string
  readonly find: (input: RuleInput) => readonly Fault[] | Promise<readonly Fault[]>
}
