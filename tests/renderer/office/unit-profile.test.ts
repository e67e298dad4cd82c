import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pasteVillages } from '../../../renderer/office/unit/pasted-villages.ts'
import {
  draftOf,
  groupsOf,
  isEmptyProfile,
  profileOf,
  repeatedVillages,
} from '../../../renderer/office/unit/unit-profile.ts'

const named = (villages: Parameters<typeof pasteVillages>[0]) => villages.map(({ key: _, ...village }) => village)

describe('village groups as they are typed', () => {
  it.each([
    ['一组、二组，三组', ['一组', '二组', '三组']],
    ['1-3组', ['1组', '2组', '3组']],
    ['1至2', ['1组', '2组']],
    ['张家屯 李家屯 张家屯', ['张家屯', '李家屯']],
    ['3-1组', ['3-1组']],
    ['', []],
  ])('%s', (typed, groups) => {
    expect(groupsOf(typed)).toEqual(groups)
  })
})

describe('a unit profile', () => {
  it('comes back from being edited as it was', () => {
    const word = fc.stringMatching(/^[一-龥]{1,6}$/)
    const village = fc.record({
      name: word,
      groups: fc.uniqueArray(word, { maxLength: 4 }),
      secretary: word,
      phone: word,
    })
    const profile = fc.record({
      values: fc.record({ 'town.name': word, 'unit.seal': word }),
      villages: fc.array(village),
    })
    fc.assert(
      fc.property(profile, (given) => {
        expect(profileOf(draftOf(given))).toEqual(given)
      }),
    )
  })

  it('is saved without what is empty', () => {
    const draft = draftOf({
      values: { 'town.name': ' 溪口镇 ', 'unit.seal': ' ' },
      villages: [{ name: ' ', groups: [] }],
    })
    expect(profileOf(draft)).toEqual({ values: { 'town.name': '溪口镇' }, villages: [] })
  })

  it('is empty as long as nothing is in it', () => {
    expect(isEmptyProfile({ values: {}, villages: [] })).toBe(true)
    expect(isEmptyProfile({ values: { 'town.name': '溪口镇' }, villages: [] })).toBe(false)
  })

  it('tells which villages have one name, once, and no empty lines', () => {
    const { villages } = draftOf({
      values: {},
      villages: ['甲村', ' 甲村', '甲村', '乙村', '', ''].map((name) => ({ name, groups: [] })),
    })
    expect(repeatedVillages(villages)).toEqual(['甲村'])
  })
})

describe('villages pasted from a spreadsheet', () => {
  it('follow their headings, whatever these are called', () => {
    const text = '村书记姓名\t联系电话\t行政村\t村民小组\n周大山\t139\t上坪村\t1-2组\n'
    expect(named(pasteVillages([], text))).toEqual([
      { name: '上坪村', groups: '1-2组', secretary: '周大山', phone: '139' },
    ])
  })

  it('come as name, groups, secretary and telephone without headings', () => {
    expect(named(pasteVillages([], '上坪村\t一组\t周大山\t139\n河口村'))).toEqual([
      { name: '上坪村', groups: '一组', secretary: '周大山', phone: '139' },
      { name: '河口村', groups: '', secretary: '', phone: '' },
    ])
  })

  it('change the village of the same name and keep what they do not say', () => {
    const before = pasteVillages([], '上坪村\t一组\t周大山\t139')
    expect(named(pasteVillages(before, '村名\t电话\n上坪村\t138\n河口村\t137'))).toEqual([
      { name: '上坪村', groups: '一组', secretary: '周大山', phone: '138' },
      { name: '河口村', groups: '', secretary: '', phone: '137' },
    ])
  })
})
