import { describe, expect, it } from 'vitest'
import { isEnactmentLine, readEnactment } from '../../../library/importing/recognition/enactment.ts'

describe('readEnactment', () => {
  it('reads a statute passed and in force later', () => {
    expect(readEnactment(['2020年5月28日 第十三届全国人民代表大会第三次会议通过', '2021年1月1日 施行'])).toEqual({
      amended: false,
      issuedOn: '2020-05-28',
      effectiveFrom: '2021-01-01',
      issuer: '全国人民代表大会',
    })
  })

  it('dates an amended statute by its last amendment and names who first passed it', () => {
    const lines = [
      '1986年6月25日 第六届全国人民代表大会常务委员会第十六次会议通过',
      '2004年8月28日 第十届全国人民代表大会常务委员会第十一次会议《关于修改〈某法〉的决定》第二次修正',
      '2019年8月26日 第十三届全国人民代表大会常务委员会第十二次会议《关于修改〈某法〉、〈另一法〉的决定》第三次修正',
    ]
    expect(readEnactment(lines)).toEqual({
      amended: true,
      issuedOn: '2019-08-26',
      issuer: '全国人民代表大会常务委员会',
    })
  })

  it('takes the organ that issued before the one that approved', () => {
    expect(readEnactment(['1987年6月1日 国务院批准', '1987年6月20日 交通部发布']).issuer).toBe('交通部')
  })

  it('reads several statements in brackets on one line', () => {
    const line = '（1986年1月23日国务院发布　2022年3月30日中华人民共和国国务院令第753号修订　自2022年5月1日起施行）'
    expect(readEnactment([line])).toMatchObject({
      issuedOn: '2022-03-30',
      effectiveFrom: '2022-05-01',
      documentNumber: '国务院令第753号',
      issuer: '国务院',
    })
  })

  it('does not take a date inside a title for a statement', () => {
    expect(readEnactment(['2020年1月2日 国务院《关于废止2010年3月4日发布的规定的决定》发布']).issuedOn).toBe(
      '2020-01-02',
    )
  })
})

describe('isEnactmentLine', () => {
  it.each([
    '2021年4月29日 第十三届全国人民代表大会常务委员会第二十八次会议通过',
    '（2021年4月29日第十三届全国人民代表大会常务委员会第二十八次会议通过　自2022年1月1日起施行）',
    '1986年1月23日国务院发布',
    '根据2019年8月26日第十三届全国人民代表大会常务委员会第十二次会议《关于修改〈某法〉的决定》第三次修正',
  ])('accepts %s', (line) => {
    expect(isEnactmentLine(line)).toBe(true)
  })

  it.each([
    '2021年，全县发布了三项通知。各村要认真落实，按时施行。',
    '第一条　为了规范管理，制定本办法。',
    '2024年3月5日',
    '本办法自2024年7月1日起施行。',
  ])('refuses %s', (line) => {
    expect(isEnactmentLine(line)).toBe(false)
  })
})
