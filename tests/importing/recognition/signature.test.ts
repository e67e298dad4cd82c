import { describe, expect, it } from 'vitest'
import { findSignature } from '../../../library/importing/recognition/signature.ts'

describe('findSignature', () => {
  it('reads the organ above the date', () => {
    expect(findSignature(['特此通知。', '青禾县人民政府', '2024年3月5日'])).toEqual({
      issuer: '青禾县人民政府',
      issuedOn: '2024-03-05',
    })
  })

  it('reads joint signatures, one to a line or side by side', () => {
    expect(findSignature(['民政部', '财政部', '二〇二四年三月五日']).issuer).toBe('民政部、财政部')
    expect(findSignature(['民政部　　财政部', '2024年3月5日']).issuer).toBe('民政部、财政部')
  })

  it('reads organ and date on one line', () => {
    expect(findSignature(['云溪镇人民政府　2024年3月5日'])).toEqual({
      issuer: '云溪镇人民政府',
      issuedOn: '2024-03-05',
    })
  })

  it('passes over what stands below it', () => {
    expect(findSignature(['青禾县人民政府', '2024年3月5日', '（此件公开发布）']).issuer).toBe('青禾县人民政府')
  })

  it('does not take a sentence above a date for an organ', () => {
    expect(findSignature(['请于月底前报送。', '2024年3月5日'])).toEqual({ issuedOn: '2024-03-05' })
  })

  it('finds none where there is none', () => {
    expect(findSignature(['本办法由镇政府负责解释。'])).toEqual({})
  })
})
