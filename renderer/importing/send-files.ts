import type { ItemKind } from '../../library/items/item-kind.ts'
import type { JobView } from '../../library/jobs/job-view.ts'
import { queryText } from '../service/client.ts'
import { sendForm } from '../service/send-form.ts'
import type { ChosenFile } from './selection.ts'

interface SendOptions {
  readonly kind: ItemKind | undefined
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (fraction: number) => void
}

/** Sends files to the service, which imports them. */
export function sendFiles(files: readonly ChosenFile[], { kind, ...options }: SendOptions): Promise<JobView> {
  const form = new FormData()
  for (const { path, file } of files) form.append(path, file, path)
  return sendForm<JobView>(`/api/imports/upload${queryText({ kind })}`, form, options)
}
