import type { Severity } from './template-schema.ts'

/** Where a finding is. */
export type FindingPlace =
  | {
      readonly type: 'field'
      /** 身份证号, or 家庭成员/0/姓名 in a table. */
      readonly path: string
      readonly title: string
    }
  | {
      readonly type: 'document'
      /** 正文, 页眉, 页脚 … */
      readonly part: string
      /** The paragraph's number in its part, from 1. */
      readonly paragraph: number
      /** Characters into the paragraph; `end` is exclusive. */
      readonly start: number
      readonly end: number
      /** The words found. */
      readonly quote: string
      /** Words around them, for people. */
      readonly context: string
    }
  | { readonly type: 'whole' }

/** A change that is safe to make by one click. */
export interface Repair {
  /** 改为《社会救助法》, 删去空占位符 … */
  readonly label: string
  /** In place of the words found, or of the field's value. Absent for a change of layout. */
  readonly replacement?: string | undefined
}

/** The rules that can find something; a rule that could not run says so as `check-not-run`. */
export type FindingRule =
  | 'missing'
  | 'format'
  | 'contradiction'
  | 'unknown-field'
  | 'empty-placeholder'
  | 'other-place'
  | 'other-year'
  | 'superseded-policy'
  | 'unknown-policy'
  | 'layout'
  | 'check-not-run'

/** Something the check found. */
export interface Finding {
  /** The same for the same thing in the same document, so that a repair can name it. */
  readonly id: string
  readonly rule: FindingRule
  readonly severity: Severity
  /** One sentence for people. */
  readonly says: string
  readonly why?: string | undefined
  readonly place: FindingPlace
  readonly repair?: Repair | undefined
  /** What in the library it speaks of, e.g. the policy now in force. */
  readonly related?:
    | { readonly itemId: string; readonly title: string; readonly anchor?: string | undefined }
    | undefined
}

/** What `xinhuo check --json` prints for a file. */
export interface DocumentCheck {
  readonly file: string
  /** Whether it was checked as an official document by GB/T 9704-2012. */
  readonly official: boolean
  readonly findings: readonly Finding[]
  readonly must: number
  readonly should: number
  readonly tookMs: number
}
