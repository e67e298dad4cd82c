import { describe, expect, it } from 'vitest'
import { decodeText, doubtfulCharacters } from '../../../library/importing/readers/decode-text.ts'
import { encodeGbk, encodeUtf16 } from './gb18030.ts'

const notice = '关于做好农村饮水工程管护工作的通知\n\n各村要明确专人负责，每周巡查一次。\n'
const utf8 = (text: string) => new TextEncoder().encode(text)
const join = (...parts: Uint8Array[]) => Buffer.concat(parts)

describe('decodeText', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8(notice), 'utf-8'],
    ['UTF-8 with a mark', join(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(notice)), 'utf-8'],
    ['GBK', encodeGbk(notice), 'gb18030'],
    ['UTF-16LE with a mark', join(Uint8Array.of(0xff, 0xfe), encodeUtf16(notice, 'le')), 'utf-16le'],
    ['UTF-16BE with a mark', join(Uint8Array.of(0xfe, 0xff), encodeUtf16(notice, 'be')), 'utf-16be'],
    ['UTF-16LE without one', encodeUtf16(notice, 'le'), 'utf-16le'],
    ['UTF-16BE without one', encodeUtf16(notice, 'be'), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: notice, encoding, doubtful: false })
  })

  it.each(['联通', '宅基地', '农村宅基地管理办法', '低保', '一', '青禾县', '关于印发2024年工作要点的通知'])(
    'reads the short GBK text %s',
    (text) => {
      expect(decodeText(encodeGbk(text)).text).toBe(text)
    },
  )

  it.each(['宅基地审批', '农村宅基地管理办法', '各村要明确专人负责'])(
    'reads the short UTF-16 text %s without line ends',
    (text) => {
      expect(decodeText(encodeUtf16(text, 'le')).text).toBe(text)
      expect(decodeText(encodeUtf16(text, 'be')).text).toBe(text)
    },
  )

  it('reads the four-byte characters of GB18030', () => {
    // 㐂 U+3402 is 0x8139EF30.. in GB 18030; 𠮷 U+20BB7 is 95 32 A8 35 by the standard's linear range.
    const bytes = join(encodeGbk('村民'), Uint8Array.of(0x95, 0x34, 0xa4, 0x35), encodeGbk('同意。'))
    const expected = new TextDecoder('gb18030').decode(bytes)
    expect(decodeText(bytes).text).toBe(expected)
    expect([...decodeText(bytes).text]).toHaveLength(6)
  })

  it('goes by the encoding a page declares before guessing', () => {
    expect(decodeText(encodeGbk('模'), 'gb2312').text).toBe('模')
  })

  it('does not follow a declaration that the bytes belie', () => {
    expect(decodeText(encodeGbk(notice), 'utf-8').text).toBe(notice)
  })

  it('keeps UTF-8 with a cut end UTF-8, and says it is doubtful', () => {
    const read = decodeText(utf8(notice).subarray(0, utf8(notice).length - 3))
    expect(read).toMatchObject({ encoding: 'utf-8', doubtful: true })
    expect(read.text.startsWith('关于做好农村饮水工程')).toBe(true)
  })

  it('reads Big5 that says so nowhere, and says it is doubtful', () => {
    const big5 = Buffer.from('b66dc2eda448a5c1ac46a9b2c0b3b7eda4bdb67dbc78a661b8c9c076bcd0b7c7', 'hex')
    expect(decodeText(big5)).toEqual({ text: '鄉鎮人民政府應當公開徵地補償標準', encoding: 'big5', doubtful: true })
  })

  it('refuses bytes that are no text', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)
    expect(() => decodeText(noise)).toThrow(expect.objectContaining({ code: 'FILE_MISLABELLED' }))
  })
})

describe('doubtfulCharacters', () => {
  it('counts replacement and private-use characters', () => {
    expect(doubtfulCharacters('甲\uFFFD乙\uE123', false)[0]).toMatchObject({
      code: 'CHARACTERS_DOUBTFUL',
      message: expect.stringContaining('2 个字'),
    })
  })

  it('says nothing of a clean text', () => {
    expect(doubtfulCharacters(notice, false)).toEqual([])
  })
})
