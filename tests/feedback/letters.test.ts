import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLetter, ReportFileError } from '../../library/feedback/open-letter.ts'
import {
  LARGEST_LETTER,
  LetterReport,
  type ReportLetter,
  type UnsignedLetter,
} from '../../library/feedback/report-letter.ts'
import { createIdentity, reportNumber, senderCode, signLetter } from '../../library/feedback/sender-identity.ts'
import { letterText } from '../../library/feedback/write-letter.ts'

const identity = createIdentity()
const letter = (change: Partial<UnsignedLetter> = {}): ReportLetter =>
  signLetter(
    {
      format: 1,
      sender: { name: '溪口镇 李燕', publicKey: identity.publicKey },
      createdAt: '2026-03-04T05:06:07.000Z',
      reports: [
        {
          number: reportNumber(identity.publicKey, 1),
          kind: 'error',
          text: '第六条写错了。',
          writtenAt: '2026-03-03T01:02:03.000Z',
          title: '饮水管护办法',
          anchor: '第六条',
        },
      ],
      ...change,
    },
    identity,
  )
const bytesOf = (value: ReportLetter) => Buffer.from(letterText(value))
const refusal = (bytes: Uint8Array): string => {
  try {
    openLetter(bytes)
    return 'opened'
  } catch (error) {
    if (error instanceof ReportFileError) return error.code
    throw error
  }
}

describe('a letter', () => {
  it('opens as it was signed, whatever was written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2099-01-01') }),
        (text, day) => {
          const given = letter({
            reports: [
              { number: reportNumber(identity.publicKey, 7), kind: 'lead', text, writtenAt: day.toISOString() },
            ],
          })
          expect(openLetter(bytesOf(given))).toEqual(given)
        },
      ),
    )
  })

  it('says the same or is refused, whichever byte was altered', () => {
    const given = letter()
    const whole = bytesOf(given)
    for (let at = 0; at < whole.length; at++) {
      for (const flip of [1, 32, 128]) {
        const altered = Buffer.from(whole)
        altered[at] = (altered[at] ?? 0) ^ flip
        let opened: ReportLetter | undefined
        try {
          opened = openLetter(altered)
        } catch (error) {
          expect(error).toBeInstanceOf(ReportFileError)
        }
        if (opened) expect(opened).toEqual(given)
      }
    }
  })

  it('cut off anywhere is refused', () => {
    const whole = bytesOf(letter())
    // The last byte ends the line, and says nothing.
    for (let length = 0; length < whole.length - 1; length++) {
      expect(refusal(whole.subarray(0, length))).toBe('REPORT_FILE_UNREADABLE')
    }
  })

  it('opens after an editor put a mark before it and other line ends into it', () => {
    const text = letterText(letter()).replaceAll('\n', '\r\n')
    expect(openLetter(Buffer.from(`\ufeff${text}`))).toEqual(letter())
  })

  it('is refused when someone else signed it, or it speaks under another’s number', () => {
    const other = createIdentity()
    expect(refusal(bytesOf({ ...letter(), sender: { publicKey: other.publicKey } }))).toBe('REPORT_FILE_ALTERED')
    const [report] = letter().reports as [LetterReport]
    const foreign = { ...report, number: reportNumber(other.publicKey, 1) }
    expect(refusal(bytesOf(letter({ reports: [foreign] })))).toBe('REPORT_FILE_ALTERED')
    expect(refusal(bytesOf(letter({ reports: [report, report] })))).toBe('REPORT_FILE_ALTERED')
  })

  it.each([
    ['nothing', ''],
    ['no JSON', 'xinhuo'],
    ['another JSON', '{"format":1}'],
    ['a list', '[1,2]'],
    ['brackets without end', '['.repeat(1_000_000)],
    ['no UTF-8', '\u00ff'],
  ])('is not %s', (_, text) => {
    expect(refusal(Buffer.from(text, 'latin1'))).toBe('REPORT_FILE_UNREADABLE')
  })

  it('that is huge, or holds more than a letter does, is refused before it is looked at', () => {
    expect(refusal(Buffer.alloc(LARGEST_LETTER + 1, 32))).toBe('REPORT_FILE_TOO_LARGE')
    const many = `{"format":1,"reports":[${'0,'.repeat(7_000_000)}0]}`
    expect(refusal(Buffer.from(many))).toBe('REPORT_FILE_TOO_LARGE')
  })

  it('of a newer version says so', () => {
    expect(refusal(Buffer.from('{"format":2,"reports":[],"more":true}'))).toBe('REPORT_FILE_TOO_NEW')
  })

  it('of the largest reports still fits', () => {
    const report: LetterReport = {
      number: reportNumber(identity.publicKey, 1),
      kind: 'error',
      text: '\u0001'.repeat(5000),
      writtenAt: '2026-03-03T01:02:03.000Z',
      itemId: 'a'.repeat(100),
      title: '题'.repeat(500),
      anchor: '条'.repeat(300),
      revision: 'a'.repeat(64),
      quote: '引'.repeat(2000),
    }
    const reports = Array.from({ length: 500 }, (_, at) => ({
      ...report,
      number: reportNumber(identity.publicKey, at),
    }))
    expect(openLetter(bytesOf(letter({ reports }))).reports).toHaveLength(500)
  })
})

describe('a sender', () => {
  it('is called by four letters that are not misheard', () => {
    for (let time = 0; time < 50; time++) expect(senderCode(createIdentity().publicKey)).toMatch(/^[A-Z2-7]{4}$/)
    expect(senderCode(identity.publicKey)).toBe(senderCode(identity.publicKey))
  })

  it('counts past what four digits hold', () => {
    expect(reportNumber(identity.publicKey, 12345)).toBe(`${senderCode(identity.publicKey)}-12345`)
    expect(LetterReport.shape.number.safeParse(reportNumber(identity.publicKey, 12345)).success).toBe(true)
  })
})
