import { describe, expect, it } from 'vitest'
import {
  isOrganLine,
  issuerOfTitle,
  issuersOfEnactment,
  joinOrgans,
} from '../../../library/importing/recognition/issuer.ts'

describe('issuersOfEnactment', () => {
  it.each([
    ['第十三届全国人民代表大会常务委员会第二十八次会议通过', ['全国人民代表大会常务委员会']],
    ['第十三届全国人民代表大会第三次会议通过', ['全国人民代表大会']],
    ['江南省第十三届人民代表大会常务委员会第十次会议通过', ['江南省人民代表大会常务委员会']],
    ['中华人民共和国国务院令第753号公布', ['中华人民共和国国务院']],
    ['国务院发布', ['国务院']],
    ['国务院第136次常务会议通过', ['国务院']],
    ['最高人民法院审判委员会第1766次会议通过', ['最高人民法院']],
    [
      '最高人民法院审判委员会第1766次会议、2019年4月1日最高人民检察院第十三届检察委员会第十六次会议通过',
      ['最高人民法院', '最高人民检察院'],
    ],
    ['公安部令第149号发布', ['公安部']],
    ['国家计划委员会、水利部令第1号发布', ['国家计划委员会', '水利部']],
    ['食品药品监管局、海关总署第4号令公布', ['食品药品监管局', '海关总署']],
    ['国家互联网信息办公室2021年第20次室务会议审议通过', ['国家互联网信息办公室']],
  ])('%s', (statement, organs) => {
    expect(issuersOfEnactment(statement)).toEqual(organs)
  })
})

describe('joinOrgans', () => {
  it('names joint issuers once each, without the state’s name', () => {
    expect(joinOrgans(['中华人民共和国国务院', '中华人民共和国中央军事委员会', '国务院'])).toBe(
      '国务院、中央军事委员会',
    )
  })

  it('does not take 我部 or 本院 for a name', () => {
    expect(joinOrgans(['我部'])).toBeUndefined()
  })
})

describe('issuerOfTitle', () => {
  it.each([
    ['国务院关于加强乡镇工作的决定', '国务院'],
    ['最高人民法院、最高人民检察院关于办理某类案件的解释', '最高人民法院、最高人民检察院'],
    ['青禾县人民政府办公室关于印发工作方案的通知', '青禾县人民政府办公室'],
    ['云溪镇人民政府 云溪镇人民代表大会关于开展清洁行动的通知', '云溪镇人民政府、云溪镇人民代表大会'],
  ])('%s', (title, issuer) => {
    expect(issuerOfTitle(title)).toBe(issuer)
  })

  it.each(['关于做好防汛工作的通知', '土地管理法', '村民怎样关于用水的约定'])('finds none in “%s”', (title) => {
    expect(issuerOfTitle(title)).toBeUndefined()
  })
})

describe('isOrganLine', () => {
  it.each(['青禾县人民政府', '国务院办公厅', '民政部　财政部', '云溪镇党政综合办公室', '柳溪村村民委员会'])(
    'accepts %s',
    (line) => {
      expect(isOrganLine(line)).toBe(true)
    },
  )

  it.each(['各乡镇人民政府：', '一、加强领导', '2024年3月5日', ''])('refuses “%s”', (line) => {
    expect(isOrganLine(line)).toBe(false)
  })
})
