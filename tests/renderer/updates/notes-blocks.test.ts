import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NotesBlock, notesBlocks } from '../../../renderer/updates/notes-blocks.ts'

const textOf = (block: NotesBlock) => ('text' in block ? block.text : block.entries.join('\n'))

describe('release notes', () => {
  it('are paragraphs, headings and lists', () => {
    expect(
      notesBlocks('## 新增\n\n- 饮水管护办法\n- **低保**指南\n\n本月起按新办法\n收费。\n1. 先核对\n2. 再收费'),
    ).toEqual([
      { kind: 'heading', text: '新增' },
      { kind: 'bullets', entries: ['饮水管护办法', '低保指南'] },
      { kind: 'text', text: '本月起按新办法\n收费。' },
      { kind: 'numbers', entries: ['先核对', '再收费'] },
    ])
  })

  it('show markup, links and pictures as the text they are', () => {
    const hostile = '<img src=x onerror=alert(1)> [点这里](javascript:alert(1)) ![图](http://x.example/a.png)'
    expect(notesBlocks(hostile)).toEqual([{ kind: 'text', text: hostile }])
  })

  it('keep every word, whatever a publisher writes', () => {
    const line = fc.constantFrom('', '- 一', '* 二', '1. 三', '2、四', '# 五', '六', '七八', '-', '#', '---')
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const words = (text: string) => text.match(/[一二三四五六七八]/g) ?? []
        expect(words(notesBlocks(lines.join('\n')).map(textOf).join('\n'))).toEqual(words(lines.join('\n')))
      }),
    )
  })
})
