import { describe, expect, it } from 'vitest'
import { cleanTitle, splitTitleDate, titleFromFileName } from '../../../library/importing/recognition/title.ts'

describe('titleFromFileName', () => {
  it.each([
    ['地名管理条例(2022-03-30).md', '地名管理条例', '2022-03-30'],
    ['行政法规/地名管理条例（1986-01-23）.docx', '地名管理条例', '1986-01-23'],
    ['饮水管护办法_20240305.pdf', '饮水管护办法', '2024-03-05'],
    ['饮水管护办法2024.3.5.pdf', '饮水管护办法', '2024-03-05'],
    ['《饮水管护办法》.txt', '饮水管护办法', undefined],
    ['饮水管护办法（试行）.docx', '饮水管护办法（试行）', undefined],
    ['饮水管护办法(1).docx', '饮水管护办法', undefined],
    ['饮水管护办法 - 副本.docx', '饮水管护办法', undefined],
    ['刑法修正案（十一）.md', '刑法修正案（十一）', undefined],
    ['2024年工作要点.docx', '2024年工作要点', undefined],
  ])('reads %s', (name, title, issuedOn) => {
    const read = titleFromFileName(name)
    expect([read.title, read.issuedOn]).toEqual([title, issuedOn])
    expect(read.meaningless).toBe(false)
  })

  it.each([
    '新建文本文档.txt',
    '新建 Microsoft Word 文档 (2).docx',
    '扫描0001.pdf',
    '1.doc',
    '附件1.docx',
    'IMG_20240305.pdf',
    '未命名.md',
  ])('knows that %s names no document', (name) => {
    expect(titleFromFileName(name).meaningless).toBe(true)
  })

  it('always gives a title', () => {
    expect(titleFromFileName('.md').title).not.toBe('')
    expect(titleFromFileName('').title).toBe('未命名')
  })
})

describe('cleanTitle', () => {
  it('takes 书名号 off only when they wrap all of it', () => {
    expect(cleanTitle('《土地管理法》')).toBe('土地管理法')
    expect(cleanTitle('《土地管理法》解读')).toBe('《土地管理法》解读')
    expect(cleanTitle('《甲》和《乙》')).toBe('《甲》和《乙》')
  })

  it('closes up spaces set between Chinese characters', () => {
    expect(cleanTitle('通　　知')).toBe('通知')
    expect(cleanTitle('关于 5G 基站的 通知')).toBe('关于 5G 基站的通知')
  })
})

describe('splitTitleDate', () => {
  it('parts a version’s date from the title', () => {
    expect(splitTitleDate('地名管理条例（2022-03-30）')).toEqual({ title: '地名管理条例', issuedOn: '2022-03-30' })
    expect(splitTitleDate('宪法修正案（2018年）')).toEqual({ title: '宪法修正案（2018年）' })
  })
})
