import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { beginStory } from '../../library/stories/begin-story.ts'
import { StoryRecord } from '../../library/stories/story.schema.ts'
import { openTestSession, type TestSession } from '../importing/test-session.ts'

let session: TestSession
beforeEach(async () => {
  session = await openTestSession()
})
afterEach(() => session.close())

const lines = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

const told = async (proof: string) =>
  beginStory(
    StoryRecord.parse({
      format: 1,
      title: '按图轮水',
      consents: [{ id: 'c', who: '王某', covers: ['story'], how: 'written', proof }],
    }),
    '本机',
    new Date('2026-11-21T00:00:00.000Z'),
    'gushi-lunshui',
  )

it('writes own stories with their papers, and the record of them as it can be verified', async () => {
  const proof = await session.access.blobs.put(Buffer.from('签了字的纸'))
  await session.writer.insertStories([await told(proof)])
  const directory = path.join(session.scratch, 'out')
  expect(await session.exportTo(directory)).toMatchObject({ stories: 1, blobs: 1 })
  expect(lines(path.join(directory, 'stories.jsonl'))).toMatchObject([
    { id: 'gushi-lunshui', record: { title: '按图轮水' }, tasks: [] },
  ])
  const [link] = lines(path.join(directory, 'editorial-record.jsonl'))
  expect(link).toMatchObject({ number: 1, type: 'create', previous: '', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const paper = path.join(directory, 'story/objects', proof.slice(0, 2), proof)
  expect(readFileSync(paper, 'utf8')).toBe('签了字的纸')
})

it('writes nothing rather than a story without one of its papers', async () => {
  await session.writer.insertStories([await told('a'.repeat(64))])
  await expect(session.exportTo(path.join(session.scratch, 'out'))).rejects.toThrow('EXPORT_BLOB_MISSING')
})
