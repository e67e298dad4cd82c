import {
  BadVersionError,
  DownloadError,
  DownloadHTTPError,
  EqualVersionError,
  ExpiredMetadataError,
} from 'tuf-js/dist/error.js'
import { refuseUpdate, type UpdateRefusal, UpdateRefusedError } from '../update-refused-error.ts'

/** tuf-js wraps what went wrong with snapshot and targets into a sentence; its words are all that is left of the class. */
const wrapped: readonly (readonly [RegExp, UpdateRefusal])[] = [
  [/ExpiredMetadataError|is expired/, 'PACK_EXPIRED'],
  [/Unsupported specVersion/, 'PACK_NEWER'],
  [/UnsignedMetadataError|was signed by|failed to verify|no signature/, 'PACK_FORGED'],
  [/less than current version|BadVersionError|Missing file .* in new snapshot/, 'PACK_ROLLBACK'],
]

/** The refusal for what tuf-js threw; whatever it does not name is damage. */
export function refusalOf(error: unknown, place: string): Error {
  if (error instanceof UpdateRefusedError) return error
  if (!(error instanceof Error)) return refuseUpdate('PACK_DAMAGED', place, error)
  // Full disks and lost permissions of our own folder are told by whoever started the work.
  if (/^E[A-Z]+$/.test(String((error as NodeJS.ErrnoException).code)) && !(error instanceof DownloadError)) return error
  if (error instanceof ExpiredMetadataError) return refuseUpdate('PACK_EXPIRED', dates(), error)
  if (error instanceof DownloadHTTPError) return refuseUpdate('PACK_DAMAGED', `缺少 ${error.message.slice(3)}`, error)
  if (error instanceof BadVersionError && !(error instanceof EqualVersionError)) {
    return refuseUpdate(/root|Expected version/.test(error.message) ? 'PACK_FORGED' : 'PACK_ROLLBACK', undefined, error)
  }
  const code = wrapped.find(([pattern]) => pattern.test(`${error.name}: ${error.message}`))?.[1] ?? 'PACK_DAMAGED'
  return refuseUpdate(code, code === 'PACK_EXPIRED' ? dates() : undefined, error)
}

const dates = () => `这台电脑现在的日期是 ${new Date().toISOString().slice(0, 10)}。`
