import { Hono } from 'hono'
import sharp from 'sharp'
import { errorResponse } from '../../../library/http/error-response.ts'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import type { BundleView } from '../../../library/meetings/sharing/bundle-view.ts'
import { sharingRoutes } from '../../../library/meetings/sharing/sharing.routes.ts'
import { type MaterialDesk, openMaterialDesk } from '../materials/material-desk.ts'

/** An office that shares and opens materials. */
export interface SharingDesk extends MaterialDesk {
  /** The file as it is handed on. */
  share(id: string): Promise<{ name: string; bytes: Uint8Array }>
  open(bytes: Uint8Array): Promise<{ status: number; body: BundleView & Refused }>
  take(upload: string, over?: string): Promise<{ status: number; body: MaterialView & Refused }>
  drop(upload: string): Promise<void>
  /** A photograph with what cameras note, kept as an original. */
  photograph(): Promise<MaterialPicture>
}

interface Refused {
  readonly error?: { readonly code: string; readonly what: string }
}

export async function openSharingDesk(): Promise<SharingDesk> {
  const desk = await openMaterialDesk()
  const app = new Hono()
    .route('/', sharingRoutes(desk.access, desk.writer, desk.paths.incoming))
    .onError((error, c) => errorResponse(c, error))
  const answer = async (asked: Response | Promise<Response>) => {
    const response = await asked
    return { status: response.status, body: await response.json() }
  }
  return {
    ...desk,
    async share(id) {
      const response = await app.request(`/materials/${id}/bundle`)
      if (!response.ok) throw new Error(await response.text())
      const [, name = ''] = /filename\*=UTF-8''(.*)$/.exec(response.headers.get('content-disposition') ?? '') ?? []
      return { name: decodeURIComponent(name), bytes: new Uint8Array(await response.arrayBuffer()) }
    },
    open(bytes) {
      const form = new FormData()
      form.append('file', new File([new Uint8Array(bytes)], '会议.xinhuo-meeting'))
      return answer(app.request('/material-bundles', { method: 'POST', body: form }))
    },
    take: (upload, over) =>
      answer(
        app.request(`/material-bundles/${upload}/take`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(over === undefined ? {} : { over }),
        }),
      ),
    async drop(upload) {
      await app.request(`/material-bundles/${upload}`, { method: 'DELETE' })
    },
    async photograph() {
      const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#0a0' } })
        .withExif({ IFD0: { Make: '相机厂' } })
        .jpeg()
        .toBuffer()
      const form = new FormData()
      form.append('file', new File([new Uint8Array(bytes)], '张三家门口.jpg'))
      const { body } = await desk.ask<{ added: MaterialPicture[] }>('POST', '/pictures', form)
      return body.added[0] as MaterialPicture
    },
  }
}
