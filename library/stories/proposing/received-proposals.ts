import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type BlobStore, createBlobStore, makeBelow, writeWhole } from '../../store/blob-store.ts'
import { clearOldUploads } from '../../store/clear-old-uploads.ts'
import { proposalError } from './proposal-errors.ts'
import type { StoryProposals } from './proposal-view.ts'

/** An upload that proposals are read from: its files, and what was read. */
export interface ProposalUpload {
  readonly id: string
  readonly folder: string
  /** Pictures and the files themselves, until they are kept or dropped. */
  readonly files: BlobStore
}

/** Uploads, each in a folder of its own below the library's folder for uploads. */
export interface ReceivedProposals {
  begin(): Promise<ProposalUpload>
  /** @throws {ProposalError} PROPOSALS_NOT_FOUND */
  find(id: string): Promise<ProposalUpload>
  /** What was read; @throws {ProposalError} PROPOSALS_NOT_FOUND also while it is being read */
  read(upload: ProposalUpload): Promise<StoryProposals>
  write(upload: ProposalUpload, proposals: StoryProposals): Promise<void>
  /** Notes durably which story a proposal became, one line each: a batch is large. */
  markKept(upload: ProposalUpload, proposal: string, storyId: string): Promise<void>
  drop(id: string): Promise<void>
}

/** @param incoming the library's folder for uploads */
export function receivedProposals(incoming: string): ReceivedProposals {
  const root = path.join(incoming, 'story-proposals')
  const openUpload = (id: string): ProposalUpload => {
    const folder = path.join(root, id)
    return { id, folder, files: createBlobStore(path.join(folder, 'files')) }
  }
  const resultFile = ({ folder }: ProposalUpload) => path.join(folder, 'proposals.json')
  const keptFile = ({ folder }: ProposalUpload) => path.join(folder, 'kept.txt')
  return {
    async begin() {
      await makeBelow(incoming)
      await makeBelow(root)
      await clearOldUploads(root)
      const upload = openUpload(randomUUID())
      await makeBelow(upload.folder)
      await mkdir(path.join(upload.folder, 'files'), { mode: 0o700 })
      return upload
    },
    async find(id) {
      if (!z.uuid().safeParse(id).success) throw proposalError('PROPOSALS_NOT_FOUND')
      const upload = openUpload(id)
      const facts = await stat(upload.folder).catch(() => undefined)
      if (!facts?.isDirectory()) throw proposalError('PROPOSALS_NOT_FOUND')
      return upload
    },
    async read(upload) {
      const text = await readFile(resultFile(upload), 'utf8').catch((cause: unknown) => {
        throw proposalError('PROPOSALS_NOT_FOUND', undefined, cause)
      })
      // Written by `write` alone.
      const read = JSON.parse(text) as StoryProposals
      const kept = await readKept(keptFile(upload))
      if (kept.size === 0) return read
      const proposals = read.proposals.map((one) => ({ ...one, kept: kept.get(one.id) ?? one.kept }))
      return { ...read, proposals }
    },
    async markKept(upload, proposal, storyId) {
      const handle = await open(keptFile(upload), 'a', 0o600)
      try {
        await handle.writeFile(`${proposal} ${storyId}\n`)
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    write: (upload, proposals) => writeWhole(resultFile(upload), JSON.stringify(proposals)),
    async drop(id) {
      if (z.uuid().safeParse(id).success) await rm(path.join(root, id), { recursive: true, force: true })
    },
  }
}

/** A line that a crash cut off names no story. */
async function readKept(file: string): Promise<Map<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  return new Map(lines.filter(Boolean).map((line) => line.split(' ') as [string, string]))
}
