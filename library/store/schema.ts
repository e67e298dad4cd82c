import type { Generated } from 'kysely'

/** library.db as Kysely sees it. Rows stop at the repositories; dates are ISO text, flags 0 or 1. */
export interface LibraryTables {
  item: ItemTable
  revision: RevisionTable
  revision_blob: { revision: string; blob: string }
  item_topic: { item_id: string; topic: string }
  provenance: ProvenanceTable
  import_source: ImportSourceTable
  blob: { sha256: string; size: number; media_type: string; added_at: string }
  change: { seq: Generated<number>; item_id: string; at: string }
  job: JobTable
  favourite: { item_id: string; anchor: string; added_at: string }
  note: NoteTable
  recent: { item_id: string; anchor: string; opened_at: string }
  setting: { key: string; value: string }
  saved_search: SavedSearchTable
  recent_search: { query: string; at: string }
  search_gap: SearchGapTable
  channel: ChannelTable
  channel_version: ChannelVersionTable
  channel_entry: ChannelEntryTable
  channel_bin: { channel: string; bin: string; sha256: string }
  staged_revision: { sha256: string; content: string; staged_at: string }
  /** Recorded already, and not counting until its version takes effect. `summary`: what the item's row says of it, JSON. */
  arriving_revision: { sha256: string; item_id: string; summary: string }
  text_conflict: TextConflictTable
  tombstone: TombstoneTable
  new_since: { item_id: string; channel: string; version: number; type: string; at: string }
  report_identity: ReportIdentityTable
  report: ReportTable
  received_report: ReceivedReportTable
  filled_form: FilledFormTable
  template_use: { template_id: string; revision: string; used_at: string }
  known_value: KnownValueTable
  book_entry: BookEntryTable
  column_match: ColumnMatchTable
  gazetteer_place: { name: string; note: string; added_at: string }
  story: StoryTable
  story_summary: StorySummaryTable
  story_facet: { type: string; value: string; story_id: string }
  story_policy: { item_id: string; anchor: string; story_id: string }
  story_band: { band: number; hash: number; story_id: string }
  editorial_event: EditorialEventTable
  story_task: StoryTaskTable
  slip: SlipTable
  story_media_copy: StoryMediaCopyTable
  feed: FeedTable
  feed_choice: FeedChoiceTable
  feed_entry: FeedEntryTable
  feed_build: FeedBuildTable
  story_response: StoryResponseTable
  story_shown: { story_id: string; shown_on: string }
  material: MaterialTable
  material_citation: MaterialCitationTable
  material_summary: MaterialSummaryTable
  material_response: MaterialResponseTable
  learning_progress: { path_id: string; step_id: string; state: string; answers: string | null; at: string }
}

export interface ItemTable {
  id: string
  kind: string
  title: string
  /** Short names and title in one lower-case string, for finding by title. */
  title_key: string
  /** Pinyin initials of the title, e.g. zjdglf. */
  title_initials: string
  label: string | null
  issuer: string | null
  document_number: string | null
  issued_on: string | null
  effective_from: string | null
  description: string | null
  validity: string
  current_revision: string
  revisions: number
  starter: number
  added_at: string
  updated_at: string
  put_away_at: string | null
  next_change_on: string | null
  /** The channel whose text counts here; null for what no channel offers. */
  channel: string | null
}

export interface RevisionTable {
  sha256: string
  item_id: string
  recorded_seq: number
  recorded_at: string
  title: string
  document_number: string | null
  issued_on: string | null
  effective_from: string | null
  repealed_on: string | null
  expires_on: string | null
  /** The canonical form, JSON. */
  content: string
  /** 0 for what counts no longer, or not yet: taken back by its channel, or waiting for the person's choice. */
  offered: Generated<number>
}

export interface ProvenanceTable {
  id: Generated<number>
  revision: string
  activity: string
  agent: string
  source: string
  source_sha256: string
  at: string
}

export interface ImportSourceTable {
  /** Absolute path as given, or archive path + `!/` + entry. */
  location: string
  sha256: string
  /** Which reading rules made it; a newer reader reads again. */
  reader: number
  item_id: string
  revision: string
}

export interface JobTable {
  id: string
  type: string
  state: string
  parameters: string
  progress: string
  result: string | null
  error: string | null
  created_at: string
  finished_at: string | null
}

export interface NoteTable {
  id: string
  item_id: string
  anchor: string
  revision: string
  text: string
  created_at: string
  updated_at: string
}

export interface SavedSearchTable {
  id: string
  name: string
  /** The search page's parameters as a query string. */
  address: string
  place: number
  seen_total: number | null
  created_at: string
}

export interface SearchGapTable {
  id: string
  query: string
  note: string
  noted_at: string
  exported_at: string | null
}

export interface ChannelTable {
  id: string
  title: string
  publisher: string
  stage: string
  precedence: number
  /** JSON list; null for all topics. */
  topics: string | null
  /** The folder below `channels/ID/` that holds the trusted metadata. */
  trusted: string
  fingerprint: string
  version: number | null
  newest_version: number | null
  published_at: string | null
  /** JSON list of key names. */
  signed_by: string
  received_from: string | null
  received_at: string | null
  next_expected_on: string | null
  signatures_end_at: string | null
  verified_at: string | null
  verified_damaged: number | null
  added_at: string
}

export interface ChannelVersionTable {
  channel: string
  version: number
  published_at: string
  applied_at: string
  notes: string
}

/** What a channel says of an item from one version up to, not including, another. */
export interface ChannelEntryTable {
  channel: string
  item_id: string
  from_version: number
  until_version: number | null
  /** A manifest entry, JSON. */
  entry: string
}

export interface TextConflictTable {
  item_id: string
  channel: string
  own: string
  offered: string
  base: string | null
  since: string
  choice: string | null
}

export interface TombstoneTable {
  item_id: string
  channel: string
  withdrawn_on: string
  reason: string
  replaced_by: string | null
}

/** One row: the key that signs what this library sends. It stays in the database. */
export interface ReportIdentityTable {
  id: number
  private_key: string
  public_key: string
  last_number: number
  created_at: string
}

export interface ReportTable {
  id: string
  number: string
  kind: string
  text: string
  item_id: string | null
  title: string | null
  anchor: string | null
  revision: string | null
  quote: string | null
  gap_id: string | null
  created_at: string
  exported_at: string | null
  /** Deleted by the person, who may take that back for a while. */
  discarded_at: string | null
  answer: string | null
  answered_on: string | null
  /** JSON list of item ids. */
  answer_items: string | null
  answer_taken_at: string | null
  answer_seen_at: string | null
}

export interface ReceivedReportTable {
  /** The report's digest, which its number alone cannot replace. */
  id: string
  number: string
  /** The sender's public key. */
  sender: string
  sender_name: string | null
  kind: string
  /** The passage it is about, JSON. */
  facts: string
  text: string
  written_at: string
  received_at: string
  answer: string | null
  answered_on: string | null
  /** JSON list of item ids. */
  answer_items: string | null
}

export interface FilledFormTable {
  id: string
  code: string | null
  template_id: string
  /** The template's revision it was filled with. */
  revision: string
  template_title: string
  title: string
  state: string
  /** JSON by field. */
  data: string
  /** JSON by field path: where the value came from. */
  sources: string
  /** JSON list of the clauses relied on, as they stood on that day. */
  basis: string
  /** JSON list of the findings the person let stand. */
  let_stand: string
  batch_id: string | null
  docx_sha256: string | null
  library_version: string | null
  created_at: string
  updated_at: string
  finished_at: string | null
  /** Deleted by the person, who may take that back for a while. */
  discarded_at: string | null
  /** Title, values and their initials in one folded string, for finding. */
  search_key: string
  /** JSON: the form it was renewed from and what found no place; null for others. */
  renewed_from: string | null
}

/** What an earlier form said of a subject: the office, or someone it was about. */
export interface KnownValueTable {
  meaning: string
  /** `office`, or a key of the person, household or plot. */
  subject: string
  value: string
  form_id: string
  used_at: string
}

export interface BookEntryTable {
  id: string
  kind: string
  name: string
  /** Pinyin initials of the name. */
  initials: string
  resident_id: string | null
  household_id: string | null
  /** JSON by meaning. */
  meanings: string
  /** JSON by column. */
  extra: string
  source: string
  updated_at: string
  discarded_at: string | null
}

/** How the columns of a spreadsheet were matched the last time, for a template or the book. */
export interface ColumnMatchTable {
  target: string
  /** The headings, joined: what makes it the same shape. */
  columns: string
  /** JSON: column to field. */
  match: string
  used_at: string
}

export interface StoryTable {
  id: string
  state: string
  /** A story record, JSON in its canonical form. */
  record: string
  record_sha256: string
  due_on: string | null
  scheduled_for: string | null
  review_on: string | null
  published_on: string | null
  /** SHA-256 of the record that readers see. */
  published_record: string | null
  revision: string | null
  created_by: string
  created_at: string
  updated_at: string
  /** Deleted by the person, who may take that back for a while. */
  discarded_at: string | null
}

export interface StorySummaryTable {
  id: string
  own: number
  state: string
  title: string
  /** Pinyin initials of the title. */
  title_initials: string
  summary: string | null
  /** Everything it is found by, folded. */
  search_key: string
  happened_from: string | null
  evidence: number
  pictures: number
  cover: string | null
  published_on: string | null
  review_on: string | null
  due_on: string | null
  scheduled_for: string | null
  revision: string | null
  /** JSON by type: what a list shows of it without asking again. */
  facets: string
  updated_at: string
  /** Rises with every change of the list. */
  version: number
}

export interface EditorialEventTable {
  number: number
  subject: string
  subject_id: string
  at: string
  by: string
  type: string
  /** The event without its hash, JSON in its canonical form. */
  body: string
  /** The hash of the event before; empty for the first. */
  previous: string
  hash: string
}

export interface StoryTaskTable {
  id: string
  story_id: string
  type: string
  field: string | null
  quote: string | null
  text: string
  by: string
  at: string
  role: string | null
  due_on: string | null
  done_at: string | null
  done_by: string | null
  answer: string | null
}

export interface SlipTable {
  id: string
  type: string
  /** `in` or `out`. */
  direction: string
  story_id: string
  title: string
  sender: string
  sender_name: string
  step: string | null
  answer: string | null
  note: string | null
  record_sha256: string
  /** The signed file’s facts, JSON. */
  body: string
  state: string
  sent_at: string
  taken_at: string | null
}

export interface StoryMediaCopyTable {
  original: string
  /** What was done to the original: size, format, blurred regions. */
  recipe: string
  sha256: string
  media_type: string
  width: number | null
  height: number | null
  size: number
}

export interface FeedTable {
  id: string
  uri: string
  /** JSON. */
  definition: string
  issue: number
  issued_at: string | null
  created_at: string
  updated_at: string
  discarded_at: string | null
}

export interface FeedChoiceTable {
  feed_id: string
  story_id: string
  choice: string
  reason: string
  by: string
  at: string
}

export interface FeedEntryTable {
  id: string
  feed_id: string
  type: string
  story_id: string | null
  revision: string | null
  title: string
  issue: number
  published_at: string
  updated_at: string
  note: string | null
  of_entry: string | null
  /** For answers: JSON. */
  body: string | null
  /** Counts over the column's entries, from 1. */
  number: number
}

export interface FeedBuildTable {
  feed_id: string
  out: string
  at: string
  issue: number
  manifest: string
  files: number
}

export interface StoryResponseTable {
  id: string
  story_id: string | null
  feed_id: string | null
  way: string
  /** What makes the same answer the same, so that none counts twice. */
  digest: string
  given_on: string
  received_at: string
  useful: string | null
  type: string
  text: string | null
  post: string | null
  /** What the file called a story that was not found. */
  named: string | null
  task_id: string | null
  answer: string | null
  answered_on: string | null
  answer_issue: number | null
  shown_on: string | null
}

/** A meeting, drill, step-by-step guide or learning path. `record`: a MaterialRecord, JSON. */
export interface MaterialTable {
  id: string
  type: string
  title: string
  record: string
  record_sha256: string
  /** The id it had where it was made, for one that came as a file. */
  origin: string | null
  /** The material or item it was copied from here: what came back of that one is shown beside it. */
  copied_from: string | null
  item_id: string | null
  revision: string | null
  created_at: string
  updated_at: string
  discarded_at: string | null
}

/** What a material cites, derived from its record; `anchor` is '' for a whole item. */
export interface MaterialCitationTable {
  material_id: string
  cite_id: string
  item_id: string
  anchor: string
  revision: string | null
  kept_beside: string | null
  /** When it was cited. */
  validity: string | null
}

/** What lists say of a material, made here (`own` 1) or an item; derived. `facts`: MaterialFacts, JSON. */
export interface MaterialSummaryTable {
  id: string
  own: number
  type: string
  title: string
  search_key: string
  /** Lines like `topic 宅基地`, with a line end before and after each. */
  facets: string
  facts: string
  record_sha256: string
  item_id: string | null
  /** Of the item that was read; null for one that has no readable record. */
  revision: string | null
  updated_at: string
  discarded_at: string | null
}

/** `answers`: by question, JSON. */
export interface MaterialResponseTable {
  id: string
  material_id: string
  type: string
  way: string
  digest: string
  given_on: string
  received_at: string
  /** Among those that came with it. */
  place: number
  post: string | null
  answers: string
  done_on: string | null
  done_note: string | null
}
