import { describe, expect, it } from 'vitest'
import { ParsedDocument } from '../../../library/importing/readers/parsed-document.ts'
import { readDocument } from '../../../library/importing/readers/read-document.ts'

const read = async (name: string, text: string) =>
  ParsedDocument.parse(await readDocument({ name, bytes: Buffer.from(text) }))

const native = `---
xinhuo: 1
kind: template
identifier: zhaijidi-shenqing
title: 宅基地申请表
label: 示例文书
topics: [宅基地]
places: []
issuedOn: 2024-03-05
sources:
  - title: 土地管理法
attachments:
  - { name: 申请表.docx, path: files/shenqing.docx }
---
## 怎么填

第一条 不是条文。
`

describe('our own front matter', () => {
  it('is taken as it is', async () => {
    expect(await read('a.md', native)).toEqual({
      native: true,
      kind: 'template',
      identifier: 'zhaijidi-shenqing',
      title: '宅基地申请表',
      label: '示例文书',
      topics: ['宅基地'],
      issuedOn: '2024-03-05',
      sources: [{ title: '土地管理法' }],
      body: '## 怎么填\n\n第一条 不是条文。',
      blobs: [],
      attachments: [
        {
          name: '申请表.docx',
          path: 'files/shenqing.docx',
          mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        },
      ],
      warnings: [],
    })
  })

  it('is refused with the names of what is wrong', async () => {
    await expect(read('a.md', native.replace('2024-03-05', '去年').replace('template', 'form'))).rejects.toMatchObject({
      code: 'FILE_FRONT_MATTER',
      message: expect.stringMatching(/kind.*issuedOn/),
    })
  })

  it('is refused when it comes from a later version', async () => {
    await expect(read('a.md', native.replace('xinhuo: 1', 'xinhuo: 2'))).rejects.toMatchObject({
      code: 'FILE_FRONT_MATTER',
    })
  })

  it('names fields it does not know in a warning', async () => {
    const { warnings } = await read('a.md', native.replace('label:', 'colour: red\nlabel:'))
    expect(warnings).toEqual([{ code: 'FIELD_UNKNOWN', message: expect.stringContaining('colour') }])
  })
})

describe('other front matter', () => {
  it('gives its fields before what the text says', async () => {
    const document = await read(
      'x.md',
      '---\ntitle: 用水办法\ndate: 2024-03-05 10:00:00\n文号: 青政发[2024]12号\n发文机关: 青禾县人民政府\ntags: 用水, 农村\n---\n# 别的标题\n\n正文。',
    )
    expect(document).toMatchObject({
      native: false,
      title: '用水办法',
      issuedOn: '2024-03-05',
      documentNumber: '青政发〔2024〕12号',
      issuer: '青禾县人民政府',
      topics: ['用水', '农村'],
    })
  })

  it('is text when it is not YAML', async () => {
    const document = await read('x.md', '---\n甲：[乙\n: :\n---\n正文。')
    expect(document.body).toContain('正文。')
  })

  it('cannot blow up by aliases', async () => {
    const levels = 'abcdefgh'
      .split('')
      .map((name, at) => `${name}: &${name} [${at === 0 ? 'x,x,x,x,x,x,x,x,x' : `*${'abcdefgh'[at - 1]},`.repeat(9)}]`)
    await expect(read('x.md', `---\n${levels.join('\n')}\n---\n正文。`)).resolves.toMatchObject({ title: 'x' })
  })
})

it('takes pictures written into the text out as blobs', async () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const document = await read('x.md', `# 题\n\n![公章](data:image/png;base64,${png})`)
  expect(document.blobs).toHaveLength(1)
  expect(document.blobs[0]).toMatchObject({ name: '公章.png', mediaType: 'image/png' })
  expect(document.body).toBe(`![公章](sha256:${document.blobs[0]?.sha256})`)
})

it('refuses a file without content', async () => {
  await expect(read('a.md', '')).rejects.toMatchObject({ code: 'FILE_EMPTY' })
  await expect(read('a.md', '\ufeff \n\n')).rejects.toMatchObject({ code: 'FILE_EMPTY' })
})
