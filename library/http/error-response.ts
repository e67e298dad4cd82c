import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError } from '../errors/app-error.ts'
import { asStorageError } from '../store/storage-error.ts'

/** What an answer with a status of 400 or more holds. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly what: string; readonly why?: string; readonly todo?: string }
}

const STATUS: Readonly<Record<string, ContentfulStatusCode>> = {
  ITEM_NOT_FOUND: 404,
  ITEM_PUT_AWAY: 404,
  ITEM_WITHDRAWN: 404,
  CHANNEL_NOT_FOUND: 404,
  VERSION_NOT_FOUND: 404,
  CONFLICT_NOT_FOUND: 404,
  SOURCE_NOT_FOUND: 404,
  SOURCE_NOT_ALLOWED: 403,
  OFFER_CHANGED: 409,
  PUBLISHED_CHANNEL_NOT_FOUND: 404,
  PUBLISHED_ITEM_NOT_FOUND: 404,
  PUBLISHING_FOLDER_UNKNOWN: 404,
  REPOSITORY_NOT_FOUND: 404,
  DRAFT_NOT_FOUND: 404,
  KEY_NOT_FOUND: 404,
  PUBLISHING_NOT_ALLOWED: 403,
  PUBLISHING_BUSY: 409,
  REVISION_NOT_FOUND: 404,
  NOTE_NOT_FOUND: 404,
  RESPONSE_NOT_FOUND: 404,
  NOT_KEPT_HERE: 404,
  STEP_NOT_FOUND: 404,
  PROGRESS_NOT_SAVED: 500,
  RESPONSE_UPLOAD_NOT_FOUND: 404,
  RESPONSE_PATH_NOT_ALLOWED: 403,
  RESPONSE_ISSUED: 409,
  RESPONSE_FILE_KNOWN: 409,
  RESPONSE_FILE_OWN: 409,
  RESPONSE_FILE_TOO_LARGE: 413,
  PROPOSALS_NOT_FOUND: 404,
  PROPOSALS_PATH_NOT_ALLOWED: 403,
  SAVED_SEARCH_NOT_FOUND: 404,
  SEARCH_GAP_NOT_FOUND: 404,
  REPORT_NOT_FOUND: 404,
  RECEIVED_REPORT_NOT_FOUND: 404,
  JOB_NOT_FOUND: 404,
  BLOB_NOT_FOUND: 404,
  BACKUP_NOT_FOUND: 404,
  PATH_NOT_FOUND: 404,
  TEMPLATE_NOT_FOUND: 404,
  FORM_NOT_FOUND: 404,
  FORM_CODE_NOT_FOUND: 404,
  FORM_FINISHED: 409,
  FORM_NOT_FINISHED: 409,
  FORM_CHANGED: 409,
  FORM_TOO_LARGE: 413,
  STORY_NOT_FOUND: 404,
  STORY_CHANGED: 409,
  STORY_NOT_OPEN: 409,
  STORY_NOT_ALLOWED: 403,
  STORY_PUBLISHED: 409,
  STORY_TOO_LARGE: 413,
  MATERIAL_NOT_FOUND: 404,
  MATERIAL_CHANGED: 409,
  MATERIAL_NOT_OWN: 409,
  MATERIAL_TOO_LARGE: 413,
  MATERIAL_CITE_UNKNOWN: 409,
  MINUTES_TEMPLATE_MISSING: 404,
  PERSON_UNKNOWN: 403,
  STEP_NOT_ALLOWED: 409,
  STEP_ALREADY_TAKEN: 409,
  STORY_CHANGED_MEANWHILE: 409,
  STORY_TASK_NOT_FOUND: 404,
  SLIP_NOT_FOUND: 404,
  BUNDLE_NOT_FOUND: 404,
  BUNDLE_TOO_LARGE: 413,
  BUNDLE_OVER_ANOTHER: 409,
  DESIGN_TOO_LARGE: 413,
  SLIP_TOO_LARGE: 413,
  SLIP_STORY_CHANGED: 409,
  SLIP_PATHS_NOT_ALLOWED: 403,
  SLIP_FOLDER_UNUSABLE: 507,
  PRINT_UNAVAILABLE: 501,
  PRINT_FAILED: 500,
  NOT_FOUND: 404,
  BAD_REQUEST: 400,
  UNAUTHORISED: 401,
  FORBIDDEN: 403,
  UPLOAD_TOO_LARGE: 413,
  CHECK_UPLOAD_NOT_FOUND: 404,
  BOOK_ENTRY_NOT_FOUND: 404,
  SHEET_NOT_FOUND: 404,
  SHEET_PATH_NOT_ALLOWED: 403,
  BATCH_ARCHIVE_NOT_FOUND: 404,
  LEDGER_NOT_FOUND: 404,
  BATCH_FOLDER_NOT_ALLOWED: 403,
  FEED_NOT_FOUND: 404,
  FEED_ENTRY_NOT_FOUND: 404,
  FEED_STORY_NOT_FOUND: 404,
  FEED_NOTHING_NEW: 409,
  FEED_CHANGED: 409,
  FEED_DEFINITION_CHANGED: 409,
  FEED_ENTRY_WITHDRAWN: 409,
  FINDING_NOT_FOUND: 404,
  OVERRULE_NOT_ALLOWED: 403,
  PICTURE_MISSING: 404,
  MEDIA_NOT_FOUND: 404,
  RANGE_NOT_SATISFIABLE: 416,
  LIBRARY_BUSY: 409,
  PUBLISH_DISK_FULL: 507,
  PUBLISH_READ_ONLY: 507,
  PUBLISH_STORAGE_GONE: 507,
  PUBLISH_STORAGE_IO: 507,
  SITE_NOT_FOUND: 404,
  FEED_FOLDER_NOT_ALLOWED: 403,
  FEED_FOLDER_TAKEN: 409,
  FEED_FOLDER_NEWER: 409,
  FEED_FOLDER_BUSY: 409,
  FEED_NOTHING_ISSUED: 409,
  FEED_STORY_NOT_IN_ISSUE: 404,
  FEED_DISK_FULL: 507,
  FEED_READ_ONLY: 507,
  FEED_STORAGE_GONE: 507,
  FEED_STORAGE_IO: 507,
  DISK_FULL: 507,
  STORAGE_READ_ONLY: 507,
  STORAGE_GONE: 507,
  STORAGE_IO: 507,
}

/** Turns any error into an answer. What is not one of ours is logged by the caller and says nothing of its insides. */
export function errorResponse(c: Context, error: unknown): Response {
  const known = error instanceof AppError ? error : asStorageError(error)
  if (known) return c.json(toBody(known), STATUS[known.code] ?? 422)
  if (error instanceof HTTPException) {
    return c.json({ error: { code: 'BAD_REQUEST', what: '这个请求薪火看不懂。' } } satisfies ErrorBody, error.status)
  }
  const body: ErrorBody = {
    error: {
      code: 'UNEXPECTED',
      what: '出现了没有预料到的问题。',
      todo: '资料没有改动。请再试一次；反复出现时请导出日志交给内容管理单位。',
    },
  }
  return c.json(body, 500)
}

export function toBody(error: AppError): ErrorBody {
  return {
    error: {
      code: error.code,
      what: error.what,
      ...(error.why !== undefined && { why: error.why }),
      ...(error.todo !== undefined && { todo: error.todo }),
    },
  }
}
