import { readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AddedMedia } from '../../library/stories/media/add-media.ts'
import type { StoryView } from '../../library/stories/story-view.ts'
import { phonePhoto } from '../stories/media/made-pictures.ts'
import { askOverPipe, type LibraryService, starterInstalled, startLibraryService } from './library-service.ts'

let service: LibraryService
beforeAll(async () => {
  service = await startLibraryService()
  // Its own pictures are being written until then.
  await starterInstalled(service)
})
afterAll(() => service.remove())

/** Sends bytes over the owner's pipe and gives those that come back. */
async function sendOverPipe(pipe: string, method: string, route: string, form?: Response) {
  const body = form && Buffer.from(await form.arrayBuffer())
  return new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
    const headers = form ? { 'content-type': form.headers.get('content-type') ?? '' } : {}
    const asking = httpRequest({ socketPath: pipe, method, path: route, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces) }))
    })
    asking.once('error', reject)
    asking.end(body)
  })
}

describe('the built service', () => {
  it('takes in a photo and makes a clean copy of it', async () => {
    const story = await askOverPipe<StoryView>(service.pipe, 'POST', '/api/stories', { record: { title: '水渠' } })
    const photo = await phonePhoto(900, 700)
    const form = new FormData()
    form.append('files', new File([photo as Uint8Array<ArrayBuffer>], '现场.jpg'))
    const given = await sendOverPipe(service.pipe, 'POST', `/api/stories/${story.id}/media`, new Response(form))
    const { added } = JSON.parse(given.body.toString()) as AddedMedia
    expect(added).toMatchObject([{ name: '现场.jpg', width: 700, height: 900, takenOn: '2026-05-03' }])
    const copy = await sendOverPipe(
      service.pipe,
      'GET',
      `/api/stories/${story.id}/media/${added[0]?.id}/copy?width=320`,
    )
    expect(copy.status).toBe(200)
    const { width, exif } = await sharp(copy.body).metadata()
    expect([width, exif]).toEqual([320, undefined])
    // The original and its copy, and nothing half-written.
    const kept = readdirSync(path.join(service.root, 'objects'), { recursive: true, encoding: 'utf8' })
    expect(kept.filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
