import markdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from '../../../library/importing/readers/escape-markdown.ts'
import { joinWrappedLines } from '../../../library/importing/readers/join-wrapped-lines.ts'
import { readDocument } from '../../../library/importing/readers/read-document.ts'
import { encodeGbk } from './gb18030.ts'

const read = (name: string, text: string) => readDocument({ name, bytes: Buffer.from(text) })

describe('a text file', () => {
  it('renders as it was written', () => {
    const lines = [
      '# 不是标题',
      '* 不是列表',
      '1. 第一项',
      '- - -',
      '____年__月',
      '<b>标签</b> &amp; A&B',
      '[链](x) ![图](y)',
      '`代码` ~~删~~',
      'a|b',
      '+ 加',
      '> 引',
      '===',
      '![x]',
    ]
    const html = markdownIt({ html: false })
    for (const line of lines) {
      const text = html
        .render(escapeMarkdown(line))
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .trim()
      expect(text).toBe(line)
    }
  })

  it('becomes paragraphs with its outline recognised', async () => {
    const document = await read(
      '用水办法.txt',
      '用水办法\r\n　　第一章 总则\r\n　　第一条 为了节约用水，制定本办法。\r\n',
    )
    expect(document).toMatchObject({ title: '用水办法', body: '## 第一章　总则\n\n第一条　为了节约用水，制定本办法。' })
  })

  it('is read in GBK without a wrong character', async () => {
    const document = await readDocument({
      name: 'a.txt',
      bytes: encodeGbk('用水办法\n第一条　为了节约用水，制定本办法。'),
    })
    expect(document).toMatchObject({ title: '用水办法', body: '第一条　为了节约用水，制定本办法。', warnings: [] })
  })
})

describe('joinWrappedLines', () => {
  it('rejoins paragraphs broken at a fixed width', () => {
    const paragraph =
      '为进一步规范全镇农村饮水工程管护工作保障群众饮水安全根据有关规定结合本镇实际现就有关事项通知如下请各村认真贯彻执行确保落实到位不留死角并于每月月底前报送进展情况'
    const lines = ['　　一、总体要求']
    for (let copy = 0; copy < 4; copy++) {
      lines.push(...(`　　${paragraph}`.match(/.{1,20}/gu) ?? []))
    }
    const joined = joinWrappedLines(lines)
    expect(joined).toHaveLength(5)
    expect(joined[1]).toBe(`　　${paragraph}`)
  })

  it('leaves a text with one paragraph a line alone', () => {
    const lines = [
      '通知',
      '各村：',
      '请按时报送材料。',
      '联系人：王某',
      '电话：略',
      '云溪镇人民政府',
      '2024年3月5日',
      '附件：略',
      '抄送：县水利局',
    ]
    expect(joinWrappedLines(lines)).toEqual(lines)
  })
})
