import type { Meaning } from '../meanings.ts'
import type { CellValue } from '../template-schema.ts'

/** A village of the unit. */
export interface VillageProfile {
  readonly name: string
  /** Village groups (村民小组). */
  readonly groups: readonly string[]
  readonly secretary?: string | undefined
  readonly phone?: string | undefined
}

/** What the office fills in once (单位资料), by meaning, and its villages. */
export interface UnitProfile {
  readonly values: Readonly<Partial<Record<Meaning, string>>>
  readonly villages: readonly VillageProfile[]
}

/** An entry of the local book (本地名册). */
export interface BookEntry {
  readonly id: string
  readonly kind: 'person' | 'household' | 'plot'
  /** 张三, 三组12号, or a plot's name: what it is called in lists. */
  readonly name: string
  /** By meaning, e.g. `person.residentId`. */
  readonly values: Readonly<Partial<Record<Meaning, string>>>
  /** Columns of the spreadsheet without a meaning, as they were. */
  readonly extra: Readonly<Record<string, string>>
  /** The household a person or plot belongs to. */
  readonly householdId?: string | undefined
  /** The file and row it came from, or 手工录入. */
  readonly source: string
  readonly updatedAt: string
}

/** Where a value came from, so that the person can see it. */
export interface ValueSource {
  readonly type: 'profile' | 'book' | 'earlier' | 'computed' | 'default' | 'sheet' | 'typed'
  /** 单位资料, 本地名册：张三, 《低保申请表》11月21日 … */
  readonly title: string
  /** A path of the window where it can be looked at. */
  readonly open?: string | undefined
}

/** A value that is known of a meaning. */
export interface KnownValue {
  readonly meaning: Meaning
  readonly value: CellValue
  readonly source: ValueSource
}

/** Someone or something the form may be about, with all that is known: chosen once, it fills every field of its subject. */
export interface KnownSubject {
  /** A book entry's or an earlier form's id, with its subject. */
  readonly id: string
  /** 张三（男，1962年生，三组） */
  readonly title: string
  readonly source: ValueSource
  readonly values: readonly KnownValue[]
  /** The household's members, for the rows of a table whose meaning is `household.members`. */
  readonly members?: readonly (readonly KnownValue[])[] | undefined
}

/** What a new form begins with. */
export interface KnownForTemplate {
  /** By field path: what the office's profile, or the person just served, gives by itself. */
  readonly filled: Readonly<Record<string, KnownValue>>
  /** The one whose values were taken over from the form filled just before, so that the window can say so and undo it. */
  readonly subject?: KnownSubject | undefined
}

/** A column of a spreadsheet, matched to a field. */
export interface ColumnMatch {
  readonly column: string
  /** Field path, or a meaning for the book; absent for a column that is not used. */
  readonly field?: string | undefined
  /** How it was found: remembered from the last time, the same name, the same meaning, alike; or chosen by the person. */
  readonly by?: 'remembered' | 'name' | 'meaning' | 'alike' | 'person' | undefined
}

/** One sheet of a spreadsheet that was given. */
export interface SheetView {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  /** The first rows, as text. */
  readonly sample: readonly (readonly string[])[]
  /** What was noticed: merged cells that were spread, formulas taken by value, dates read from text. */
  readonly notes: readonly string[]
}

/** A spreadsheet received by the service, to be used in later calls. */
export interface ReceivedSheet {
  readonly upload: string
  readonly file: string
  readonly sheets: readonly SheetView[]
}

/** What taking a spreadsheet into the book did, or would do. */
export interface BookImport {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
  /** The first of each, for looking before it is done. */
  readonly sample: readonly BookEntry[]
}
