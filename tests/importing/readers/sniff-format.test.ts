import { describe, expect, it } from 'vitest'
import { sniffFormat } from '../../../library/importing/readers/sniff-format.ts'

const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const stream = (name: string) => Buffer.concat([ole, Buffer.alloc(504), Buffer.from(name, 'utf16le')])

describe('sniffFormat', () => {
  it.each<[string, Buffer, string]>([
    ['a.docx', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['a.pdf', Buffer.from('<!DOCTYPE html><html>'), 'html'],
    ['a.doc', Buffer.from('<html xmlns:o="urn"><head>'), 'html'],
    ['a.docx', stream('WordDocument'), 'doc'],
    ['a.docx', stream('EncryptedPackage'), 'encrypted-office'],
    ['a.wps', stream('WordDocument'), 'doc'],
    ['a.wps', stream('WpsContent'), 'wps'],
    ['a.doc', stream('Workbook'), 'spreadsheet'],
    ['a.doc', Buffer.from('{\\rtf1\\ansi'), 'rtf'],
    ['a.txt', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'picture'],
    ['a.zip', Buffer.from('PK\x03\x04....a.txt', 'latin1'), 'zip'],
    ['a.docx', Buffer.from('PK\x03\x04....word/document.xml', 'latin1'), 'docx'],
    ['a.docx', Buffer.from('Rar!\x1a\x07', 'latin1'), 'other-archive'],
    ['a.md', Buffer.from('<html> 讲的是网页'), 'markdown'],
    ['a.txt', Buffer.from('From: a\nMIME-Version: 1.0 谈 multipart/mixed'), 'text'],
    ['a.mht', Buffer.from('From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"'), 'mhtml'],
  ])('takes %s by its content', (name, bytes, format) => {
    expect(sniffFormat(name, bytes)).toBe(format)
  })
})
