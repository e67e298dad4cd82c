import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareBodies } from '../../../library/items/compare-revisions.ts'
import type { PassageChange } from '../../../library/items/item-view.ts'
import { isUntouched, threeTexts } from '../../../renderer/updates/three-texts.ts'

const body = (...provisions: string[]) =>
  provisions.map((text, at) => `第${'一二三四五六七八'[at]}条　${text}`).join('\n\n')

const [purpose, patrol, fees] = [
  '为了管好农村饮水工程，制定本办法。',
  '管护员每月检查水源地一次。',
  '水费按照计量收取，账目每季度公开。',
]
const base = body(purpose, patrol, fees)
const rowsOf = (own: string, offered: string, from = base) =>
  threeTexts(compareBodies(from, own), compareBodies(from, offered))
const types = (rows: ReturnType<typeof threeTexts>) => rows.map((row) => [row.own?.type, row.offered?.type])

describe('three texts side by side', () => {
  it('keep each passage of the base in one row, with what became of it on both sides', () => {
    const own = body(purpose, '管护员每周检查水源地一次。', fees)
    const offered = body(purpose, patrol, '水费按照计量收取，账目每月公开。')
    const rows = rowsOf(own, offered)
    expect(types(rows)).toEqual([
      ['same', 'same'],
      ['changed', 'same'],
      ['same', 'changed'],
    ])
    expect(rows.map(isUntouched)).toEqual([true, false, false])
  })

  it('show a passage that both changed differently in one row', () => {
    const rows = rowsOf(
      body(purpose, '管护员每周检查水源地一次。', fees),
      body(purpose, '管护员每季检查水源地一次。', fees),
    )
    expect(types(rows)[1]).toEqual(['changed', 'changed'])
  })

  it('put an addition of the person before the passage that follows it', () => {
    const own = `${base}\n\n第四条　特困供养人员每月免收三吨水费。`
    const rows = rowsOf(own, body(purpose, patrol, '水费按照计量收取，账目每月公开。'))
    expect(types(rows).at(-1)).toEqual(['added', undefined])
    expect(rows).toHaveLength(4)
  })

  it('show what both added alike once', () => {
    const both = `${base}\n\n第四条　特困供养人员每月免收三吨水费。`
    expect(types(rowsOf(both, both)).at(-1)).toEqual(['added', 'added'])
  })

  it('lose no change of either side, and show none twice, whatever the texts are', () => {
    const texts = fc.array(fc.constantFrom(purpose, patrol, fees, `${patrol}发现异常当日报告。`, '每年公布水质。'), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(texts, texts, texts, (from, own, offered) => {
        const mine = compareBodies(body(...from), body(...own))
        const theirs = compareBodies(body(...from), body(...offered))
        const rows = threeTexts(mine, theirs)
        const sorted = (changes: readonly (PassageChange | undefined)[]) =>
          changes.flatMap((change) => (change ? [JSON.stringify(change)] : [])).sort()
        expect(sorted(rows.map((row) => row.own))).toEqual(sorted(mine))
        expect(rows.flatMap((row) => row.offered ?? [])).toEqual(theirs)
      }),
    )
  })
})
