import type { Attachment } from '../items/revision.schema.ts'
import type { Validity } from '../items/validity.ts'
import type { FilledSample, LegalBasis, Material, TemplateField, TemplateSchema } from './template-schema.ts'

/** One line about a template, for the desk. */
export interface TemplateSummary {
  readonly itemId: string
  readonly title: string
  readonly label?: string | undefined
  readonly description?: string | undefined
  readonly topics: readonly string[]
  readonly posts: readonly string[]
  readonly validity: Validity
  readonly revision: string
  /** How many fields there are to fill; 0 when the document has no placeholders. */
  readonly fields: number
  readonly official: boolean
  /** Own: made or changed here. */
  readonly own: boolean
  /** The last time it was filled here; `changed` when the template has another revision since. */
  readonly lastUsed?: { readonly at: string; readonly changed: boolean } | undefined
}

/** A placeholder of the document, in reading order. */
export interface PlaceholderView {
  /** As printed between the braces: 姓名, or 身份证号|遮. */
  readonly tag: string
  /** The field it stands for; 家庭成员/姓名 in a table. */
  readonly path: string
  readonly type: 'value' | 'table' | 'condition' | 'unless'
  /** 正文, 页眉 … and the paragraph's number from 1. */
  readonly part: string
  readonly paragraph: number
}

/** Something wrong with a template itself, said to whoever makes it. */
export interface TemplateProblem {
  readonly code:
    | 'PLACEHOLDER_UNCLOSED'
    | 'PLACEHOLDER_UNOPENED'
    | 'LOOP_UNCLOSED'
    | 'LOOP_UNOPENED'
    | 'PLACEHOLDER_UNKNOWN'
    | 'FIELD_UNUSED'
    | 'FILTER_UNKNOWN'
    | 'EXPRESSION_BROKEN'
    | 'SCHEMA_BROKEN'
    | 'DOCUMENT_MISSING'
  readonly says: string
  /** The words in the document, or the field. */
  readonly quote: string
  readonly part?: string | undefined
  readonly paragraph?: number | undefined
  /** The likely field for a misspelt placeholder. */
  readonly likely?: string | undefined
}

/** A clause the template relies on, as it stands today in this library. */
export interface BasisView extends LegalBasis {
  /** Absent when this library does not have it. */
  readonly itemId?: string | undefined
  readonly validity?: Validity | undefined
  readonly revision?: string | undefined
  /** The anchors of `provisions` that are found, in the same order. */
  readonly anchors?: readonly string[] | undefined
  /** The text now in force, when this one no longer is and the library knows it. */
  readonly replacedBy?: { readonly itemId: string; readonly title: string } | undefined
}

/** Everything the desk shows of a template before it is filled. */
export interface TemplateView extends TemplateSummary {
  /** As it lies beside the document, or proposed from the placeholders. */
  readonly schema: TemplateSchema
  /** True when the schema is only proposed from the placeholders. */
  readonly proposed: boolean
  readonly document: Attachment
  readonly placeholders: readonly PlaceholderView[]
  readonly problems: readonly TemplateProblem[]
  readonly basis: readonly BasisView[]
  readonly materials: readonly Material[]
  readonly samples: readonly FilledSample[]
  /** What the revision used last had, when it is another: for the comparison at /items/ID/compare. */
  readonly lastRevision?: string | undefined
}

/** What opening a .docx of one's own proposes. */
export interface ProposedTemplate {
  /** From the document's first heading or its file name. */
  readonly title: string
  readonly schema: TemplateSchema
  readonly placeholders: readonly PlaceholderView[]
  readonly problems: readonly TemplateProblem[]
  /**
   * Places that ask to be filled by hand, such as `姓名：______` or an empty cell beside a label. In a document without
   * placeholders their fields are in the schema already; those that are taken over are given back when it is kept.
   */
  readonly blanks: readonly ProposedBlank[]
}

/** A place to put a placeholder. */
export interface ProposedBlank {
  /** The same for the same place of the same document. */
  readonly id: string
  /** The field it would be. */
  readonly name: string
  readonly field: TemplateField
  /** 正文, 页眉 … and the paragraph's number from 1. */
  readonly part: string
  readonly paragraph: number
  /** The words around, with the blank as `____`. */
  readonly quote: string
}
