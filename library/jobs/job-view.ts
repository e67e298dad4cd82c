import type { FeedBuild } from '../feeds/feed-view.ts'
import type { ProposingResult } from '../stories/proposing/proposal-view.ts'
import type { BatchResult } from '../templates/batch/batch-view.ts'
import type { PublishResult, RepositoryCopy, RepositoryVerification } from '../updates/publishing/publishing-view.ts'
import type { AppliedUpdate, UpdateOffer } from '../updates/update-view.ts'

/** The state of long work. A job that was running when the process died is `queued` again at the next start. */
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export interface JobProgress {
  /** What is being done now, e.g. a file's name. */
  readonly label: string
  readonly done: number
  /** 0 while unknown. */
  readonly total: number
}

export interface SkippedFile {
  readonly file: string
  readonly code: string
  /** A plain Chinese sentence. */
  readonly reason: string
}

/** What `xinhuo import --json` prints. */
export interface ImportResult {
  readonly imported: number
  readonly revised: number
  readonly unchanged: number
  readonly skipped: readonly SkippedFile[]
  readonly seconds: number
  /** Files whose content was already here under another name. */
  readonly duplicates: readonly { readonly file: string; readonly sameAs: string }[]
  /** Files taken in with something a person should look at, such as doubtful characters. */
  readonly warnings: readonly { readonly file: string; readonly code: string; readonly reason: string }[]
}

export interface BackupResult {
  readonly name: string
  readonly bytes: number
}

export interface ExportResult {
  readonly directory: string
  readonly revisions: number
  readonly blobs: number
  /** Filled forms, in `forms.jsonl`. */
  readonly forms: number
  /** Stories made here, in `stories.jsonl`. */
  readonly stories: number
  /** Meetings, drills, guides and learning paths made here, in `materials.jsonl`. */
  readonly materials: number
}

/** What `xinhuo update verify --json` prints. */
export interface ChannelVerification {
  readonly channel: string
  readonly items: number
  readonly revisions: number
  readonly blobs: number
  /** What is damaged; after repairing, what still is. */
  readonly damaged: readonly { readonly itemId: string; readonly title: string; readonly reason: string }[]
  /** Set when damage was found and fetched again: how many places are right now, and where it came from. */
  readonly repaired?: { readonly count: number; readonly from: string } | undefined
}

interface JobBase {
  readonly id: string
  readonly state: JobState
  readonly progress: JobProgress
  readonly createdAt: string
  readonly finishedAt?: string | undefined
  readonly error?: { readonly code: string; readonly message: string } | undefined
}
export type JobView = JobBase &
  (
    | { readonly type: 'import'; readonly result?: ImportResult | undefined }
    | { readonly type: 'backup'; readonly result?: BackupResult | undefined }
    | { readonly type: 'export'; readonly result?: ExportResult | undefined }
    | { readonly type: 'reindex'; readonly result?: { readonly passages: number } | undefined }
    | { readonly type: 'update-check'; readonly result?: UpdateOffer | undefined }
    | { readonly type: 'update'; readonly result?: AppliedUpdate | undefined }
    | { readonly type: 'roll-back'; readonly result?: AppliedUpdate | undefined }
    | { readonly type: 'verify-channel'; readonly result?: ChannelVerification | undefined }
    | { readonly type: 'propose-stories'; readonly result?: ProposingResult | undefined }
    | { readonly type: 'publish'; readonly result?: PublishResult | undefined }
    | { readonly type: 'fill-batch'; readonly result?: BatchResult | undefined }
    | { readonly type: 'verify-repository'; readonly result?: RepositoryVerification | undefined }
    | { readonly type: 'copy-repository'; readonly result?: RepositoryCopy | undefined }
    | { readonly type: 'build-feed'; readonly result?: FeedBuild | undefined }
  )
