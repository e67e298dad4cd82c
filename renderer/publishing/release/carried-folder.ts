import { joinPath } from '../join-path.ts'
import type { Stage } from './use-preview.ts'

/** Where a repository lies on a stick: in a folder named after the channel, a draft beside the release, never over it. */
export function carriedFolder(folder: string, channel: string, stage: Stage): string {
  return joinPath(folder.trim(), stage === 'draft' ? `${channel}-draft` : channel)
}
