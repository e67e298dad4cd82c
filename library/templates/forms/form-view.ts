import type { Validity } from '../../items/validity.ts'
import type { Finding } from '../finding.ts'
import type { ValueSource } from '../known/known-view.ts'
import type { CellValue, FormData, FormRow } from '../template-schema.ts'

/** A filled form (文书) of the person's own, in lists. */
export interface FormSummary {
  readonly id: string
  readonly templateId: string
  readonly templateTitle: string
  /** 张三-低保申请表: from the schema's file name, or the template's title and day. */
  readonly title: string
  readonly state: 'draft' | 'finished'
  /** The short code on its basis sheet, once finished. */
  readonly code?: string | undefined
  /** The batch it was made in. */
  readonly batchId?: string | undefined
  readonly createdAt: string
  readonly updatedAt: string
  readonly finishedAt?: string | undefined
  /** The template has a newer revision than the one used. */
  readonly templateChanged: boolean
  /** A clause it relied on is of another validity today than on the day it was finished. */
  readonly basisChanged: boolean
}

/** A clause relied on, as it stood on the day the form was finished. */
export interface BasisRecord {
  readonly title: string
  readonly provision?: string | undefined
  /** The provision's place in the revision, where it was found there. */
  readonly anchor?: string | undefined
  readonly itemId?: string | undefined
  readonly revision?: string | undefined
  readonly validity?: Validity | undefined
  /** The validity today, for a record looked at later; differs when the law changed. */
  readonly validityNow?: Validity | undefined
}

/** A line of the list: a form, or where batches are folded a batch by its form changed last. */
export interface FormLine extends FormSummary {
  /** How many forms stand in this line. */
  readonly together: number
}

/** A page of the list. */
export interface FormPage {
  /** Of forms. */
  readonly total: number
  /** Of lines, which the pages count. */
  readonly lines: number
  readonly forms: readonly FormLine[]
}

export interface FormView extends FormSummary {
  /** The template's revision that it was filled with. */
  readonly revision: string
  readonly data: FormData
  /** By field path, where its value came from. */
  readonly sources: Readonly<Record<string, ValueSource>>
  readonly basis: readonly BasisRecord[]
  /** The version of the library and of the app that made it, once finished. */
  readonly libraryVersion?: string | undefined
  /** SHA-256 of the .docx as it was made. */
  readonly docxSha256?: string | undefined
  /** The findings when it was finished, that the person let stand. */
  readonly letStand: readonly Finding[]
  /** For a draft made from a form of an older revision of its template. */
  readonly renewedFrom?: RenewedFrom | undefined
}

/** The form that a draft was renewed from, which stays as it was. */
export interface RenewedFrom {
  readonly formId: string
  /** Values of fields that the new revision does not have. */
  readonly unplaced: readonly UnplacedValue[]
}

/** A value that found no field. */
export interface UnplacedValue {
  readonly path: string
  readonly title: string
  readonly value: CellValue | readonly FormRow[]
}

/** What finishing a form answers: made, or what has to be settled first. */
export interface FinishedForm {
  readonly form: FormView
  readonly findings: readonly Finding[]
  /** False when `must` findings stand; then nothing was finished. */
  readonly finished: boolean
}
