import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationTitle, identityKey, identityTitle, itemIdOf } from '../../library/items/item-identity.ts'

const policy = (title: string, more: { issuer?: string; documentNumber?: string } = {}) =>
  identityKey({ kind: 'policy', title, ...more })

describe('identity of items', () => {
  it.each([
    ['中华人民共和国土地管理法', '土地管理法'],
    ['《土地管理法》', '土地管理法'],
    ['中华人民共和国 土地管理法', '土地管理法'],
    ['ＷＴＯ 规则（试行）', 'wto规则(试行)'],
    ['土地管理法（2019年修正）', '土地管理法'],
    ['中华人民共和国土地管理法(2004修正)', '土地管理法'],
    ['土地管理法（1998年第一次修订）', '土地管理法'],
  ])('takes %s for the same title as %s', (typed, same) => {
    expect(identityTitle(typed)).toBe(identityTitle(same))
  })

  it('keeps what makes another document: 试行, 实施条例, another year in the middle', () => {
    const titles = [
      '土地管理法',
      '土地管理法（试行）',
      '土地管理法实施条例',
      '2023年工作要点',
      '2024年工作要点',
      '中华人民共和国',
    ]
    expect(new Set(titles.map(identityTitle)).size).toBe(titles.length)
  })

  it('makes two versions of a statute one item whatever numbers promulgated them', () => {
    const first = policy('地名管理条例', { issuer: '国务院', documentNumber: '国发〔1986〕11号' })
    const second = policy('地名管理条例', { issuer: '国务院', documentNumber: '国务院令第753号' })
    expect(first).toBe(second)
  })

  it.each(['关于做好春耕备耕工作的通知', '关于做好防汛工作的意见', '关于同意设立的批复', '安全生产通报（第二期）'])(
    'tells documents called %s apart by their document number',
    (title) => {
      expect(policy(title, { documentNumber: '民发〔2023〕1号' })).not.toBe(
        policy(title, { documentNumber: '民发〔2024〕1号' }),
      )
    },
  )

  it.each(['江苏省人民政府', '某某县民政局', '青山镇人民政府', '北京市市场监督管理局', '内蒙古自治区人大常委会'])(
    'keeps the documents of %s apart from those of other places',
    (issuer) => {
      expect(policy('实施办法', { issuer })).not.toBe(policy('实施办法', { issuer: '别处县人民政府' }))
      expect(policy('实施办法', { issuer })).not.toBe(policy('实施办法'))
    },
  )

  it.each(['国务院', '农业农村部', '住房和城乡建设部', '国家市场监督管理总局', '国家乡村振兴局', '民政部'])(
    'joins versions that %s issued with those that name no issuer',
    (issuer) => {
      expect(policy('管理办法', { issuer })).toBe(policy('管理办法'))
    },
  )

  it('tells kinds apart', () => {
    expect(identityKey({ kind: 'guide', title: '低保' })).not.toBe(identityKey({ kind: 'policy', title: '低保' }))
  })

  it('gives the same id on every machine: 16 characters of base32 from the key', () => {
    expect(itemIdOf('policy\n土地管理法')).toBe(itemIdOf(policy('中华人民共和国土地管理法')))
    expect(itemIdOf('')).toBe('4oymiquy7qobjgx3')
    fc.assert(
      fc.property(fc.string(), (key) => {
        expect(itemIdOf(key)).toMatch(/^[a-z2-7]{16}$/)
      }),
    )
  })

  it.each([
    ['中华人民共和国土地管理法', '土地管理法'],
    ['《中华人民共和国民法典》', '民法典'],
    ['中华人民共和国境内外国人宗教活动管理规定', '境内外国人宗教活动管理规定'],
    ['中华人民共和国地图', '中华人民共和国地图'],
    ['农村土地承包法', '农村土地承包法'],
  ])('cites %s as 《%s》', (title, cited) => {
    expect(citationTitle(title)).toBe(cited)
  })
})
