import { randomBytes } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { SlipView } from '../../../library/stories/process/process-view.ts'
import type { SlipContents } from '../../../library/stories/slips/view-slip.ts'
import type { StoryMedia } from '../../../library/stories/story.schema.ts'
import { keepPicture } from '../process/keep-picture.ts'
import { askAs } from '../process/story-desk.ts'

/** A slip as it was written into a folder. */
export type WrittenSlip = SlipView & { readonly file: string }

export const writeSlip = (
  service: RunningService,
  person: string | undefined,
  storyId: string,
  directory: string,
  more: object,
): Promise<WrittenSlip> => askAs(service, person, 'POST', `/api/stories/${storyId}/slips`, { directory, ...more })

export const takeSlip = (
  service: RunningService,
  person: string | undefined,
  file: string,
  passphrase?: string,
): Promise<SlipView> => askAs(service, person, 'POST', '/api/slips', { file, passphrase })

export const answerSlip = (
  service: RunningService,
  id: string,
  directory: string,
  more: object,
): Promise<WrittenSlip> => askAs(service, undefined, 'POST', `/api/slips/${id}/answer`, { directory, ...more })

export const showSlip = (service: RunningService, id: string): Promise<SlipContents> =>
  askAs(service, undefined, 'GET', `/api/slips/${id}`)

/** Uploads as the window does. */
export async function uploadSlip(service: RunningService, file: string, passphrase?: string): Promise<SlipView> {
  const form = new FormData()
  if (passphrase !== undefined) form.append('passphrase', passphrase)
  form.append('file', await openAsBlob(file), path.basename(file))
  const response = await service.handle(new Request('http://xinhuo/api/slips', { method: 'POST', body: form }))
  const answer = (await response.json()) as SlipView & { error?: { code: string; what: string } }
  if (answer.error) throw Object.assign(new Error(answer.error.what), { code: answer.error.code })
  return answer
}

/** A picture and a film in the library's store, as parts of a record. */
export async function keepMedia(service: RunningService): Promise<{ media: StoryMedia[]; film: Buffer }> {
  const film = randomBytes(3 * 1024 * 1024)
  const sha256 = await service.session.access.blobs.put(film)
  const moving = { id: 'm2', sha256, name: '放水.mp4', mediaType: 'video/mp4', size: film.length, looked: true }
  return { film, media: [await keepPicture(service), { ...moving, alternative: '放水' }] }
}

export const bytesOf = (file: string) => readFile(file)
