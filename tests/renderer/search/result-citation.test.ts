import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CitedResult, resultCitation } from '../../../renderer/search/result-citation.ts'

const law: CitedResult = {
  kind: 'policy',
  title: '土地管理法',
  validity: 'in-force',
  issuedOn: '2019-08-26',
  effectiveFrom: '2020-01-01',
  place: '第六十二条',
  text: '农村村民一户只能拥有一处宅基地。',
}

describe('a citation to paste', () => {
  it('names the place, its validity and since when, and gives the words', () => {
    expect(resultCitation(law).plain).toBe(
      '《土地管理法》第六十二条（现行，2020-01-01起施行）：农村村民一户只能拥有一处宅基地。',
    )
  })

  it('says first what was copied, without the words', () => {
    expect(resultCitation(law).reference).toBe('《土地管理法》第六十二条')
  })

  it('keeps paragraphs on lines of their own', () => {
    expect(resultCitation({ ...law, text: '第一款。\n\n  第二款。\n' }).plain).toMatch(/：第一款。\n第二款。$/)
  })

  it.each<[string, Partial<CitedResult>, string]>([
    ['a repealed text the day it went', { validity: 'repealed', repealedOn: '2021-05-01' }, '已废止，2021-05-01起废止'],
    ['an expired text the day it ended', { validity: 'expired', expiresOn: '2022-12-31' }, '失效，2022-12-31起失效'],
    [
      'a text to come the day it begins',
      { validity: 'not-yet', effectiveFrom: '2030-01-01' },
      '尚未生效，2030-01-01起施行',
    ],
    ['a text without that day when it was issued', { effectiveFrom: undefined }, '现行，2019-08-26发布'],
    ['a text without dates its validity alone', { effectiveFrom: undefined, issuedOn: undefined }, '现行'],
    ['a document its number first', { documentNumber: '国发〔2024〕12号' }, '国发〔2024〕12号，现行，2020-01-01起施行'],
  ])('gives %s', (_, change, facts) => {
    expect(resultCitation({ ...law, ...change }).plain).toContain(`第六十二条（${facts}）：`)
  })

  it('says nothing of validity where there is none', () => {
    const guide: CitedResult = { ...law, kind: 'guide', title: '建房怎么办', place: '“带什么”', text: '带户口簿。' }
    expect(resultCitation(guide).plain).toBe('《建房怎么办》“带什么”：带户口簿。')
  })

  it('cites a whole text without words', () => {
    expect(resultCitation({ ...law, place: '', text: '' })).toMatchObject({
      plain: '《土地管理法》（现行，2020-01-01起施行）',
      html: '<p><strong>《土地管理法》</strong>（现行，2020-01-01起施行）</p>',
    })
  })

  it('lets no sign of the text become HTML', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, text) => {
        const { html } = resultCitation({ ...law, title, text })
        expect(html.replace(/<\/?(?:p|strong)>/g, '')).not.toMatch(/[<>]/)
      }),
    )
  })
})
