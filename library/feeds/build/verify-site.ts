import type { SiteVerification } from '../feed-view.ts'
import { feedBuildError } from './feed-build-error.ts'

/**
 * Compares a column's folder with its signed manifest, file by file.
 * @param directory the folder, or a .zip of it
 * @param knownKeys public keys that this library signs with or has seen before
 * @throws {FeedBuildError} SITE_NOT_FOUND, SITE_UNREADABLE
 */
export async function verifySite(
  directory: string,
  knownKeys: ReadonlySet<string> = new Set(),
): Promise<SiteVerification> {
  throw feedBuildError('SITE_NOT_FOUND', `${directory}${knownKeys.size}`)
}
