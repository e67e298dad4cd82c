import path from 'node:path'
import { expect, it } from 'vitest'
import { readJsonObject } from '../../library/cli/read-json-object.ts'
import { StoryRecord } from '../../library/stories/story.schema.ts'
import { temporaryFolder } from '../store/temporary-library.ts'

it('says in words that a file is not there, or is a folder', async () => {
  const folder = temporaryFolder()
  await expect(readJsonObject(path.join(folder, '没有.json'), '故事')).rejects.toMatchObject({
    code: 'USAGE',
    why: '这里没有这个文件。',
  })
  await expect(readJsonObject(folder, '故事')).rejects.toMatchObject({ code: 'USAGE', why: '这是一个文件夹。' })
})

it('says how a time is written, instead of a pattern', () => {
  const { error } = StoryRecord.safeParse({ format: 1, title: '渠', happenedFrom: '2024-13' })
  expect(error?.issues.map(({ message }) => message)).toEqual(['时间要写成 2024、2024-06 或 2024-06-05'])
})
