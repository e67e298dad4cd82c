import { fileURLToPath } from 'node:url'
import type { MaterialRecord } from '../../../library/meetings/materials/material.schema.ts'
import { resolveMaterial } from '../../../library/meetings/materials/resolve-taken.ts'
import { makePaper } from '../../../library/meetings/paper/make-paper.ts'
import type { Paper } from '../../../library/meetings/paper/papers-of.ts'
import type { PictureOf } from '../../../library/meetings/pptx/pack-pictures.ts'
import { contentRoot } from '../../content/read-content.ts'
import { readContentMaterials } from '../../content/read-content-material.ts'
import { openTestSession, type TestSession } from '../../importing/test-session.ts'

export const TODAY = '2026-11-21'

/** A library with the starter content, in which papers are made. */
export interface PaperDesk {
  readonly session: TestSession
  /** A ready material as it stands in this library, a meeting with a day. */
  ready<T extends MaterialRecord['type']>(type: T, part: string): Promise<Extract<MaterialRecord, { type: T }>>
  paper(record: MaterialRecord, what: Paper, pictureOf?: PictureOf): Promise<Uint8Array>
  close(): Promise<void>
}

export async function openPaperDesk(): Promise<PaperDesk> {
  const session = await openTestSession()
  const folders = ['policies', 'templates', 'stories', 'guides', 'meetings', 'drills', 'learning']
  const { skipped } = await session.importPaths(folders.map((folder) => fileURLToPath(new URL(folder, contentRoot))))
  if (skipped.length > 0) throw new Error(JSON.stringify(skipped))
  const { access } = session
  const stored: PictureOf = async ({ sha256, mediaType, width, height }) => ({
    bytes: await access.blobs.read(sha256),
    mediaType,
    width,
    height,
  })
  return {
    session,
    async ready(type, part) {
      const found = readContentMaterials().find(
        ({ identifier, record }) => record.type === type && identifier.includes(part),
      )
      if (!found) throw new Error(part)
      const { record } = found
      const dated = record.type === 'meeting' ? { ...record, on: '2026-11-26' } : record
      return (await resolveMaterial(access, dated)) as never
    },
    paper: (record, what, pictureOf = stored) => makePaper(access, { record }, what, { today: TODAY, pictureOf }),
    close: () => session.close(),
  }
}
