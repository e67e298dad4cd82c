import { describe, expect, it } from 'vitest'
import {
  effectiveWhenIssued,
  findEffectiveDate,
  findExpiryDate,
} from '../../../library/importing/recognition/effective-date.ts'

describe('findEffectiveDate', () => {
  it.each([
    ['第八十七条　本法自2024年7月1日起施行。', '2024-07-01'],
    ['第九条 本办法自二〇二四年七月一日起施行，《旧办法》（2010年1月1日起施行）同时废止。', '2024-07-01'],
    ['本通知自2024年4月1日起执行，有效期5年。', '2024-04-01'],
    ['本解释自2021年1月1日起施行。本解释施行后，以前的解释不再适用。', '2021-01-01'],
  ])('%s', (paragraph, date) => {
    expect(findEffectiveDate(['第一条　为了规范管理，制定本办法。', paragraph])).toBe(date)
  })

  it('takes the last statement, for an attached text follows the notice', () => {
    expect(findEffectiveDate(['本通知自2024年1月1日起施行。', '第十条　本办法自2024年2月1日起施行。'])).toBe(
      '2024-02-01',
    )
  })

  it.each([
    '自1997年1月1日起施行的旧条例同时废止。',
    '养老金自2024年1月1日起发放。',
    '某公司自2019年5月1日起实施计划。',
  ])('does not take “%s” for the text’s own day', (paragraph) => {
    expect(findEffectiveDate([paragraph])).toBeUndefined()
  })
})

describe('effectiveWhenIssued', () => {
  it('sees 自印发之日起施行', () => {
    expect(effectiveWhenIssued(['本办法自印发之日起施行。'])).toBe(true)
    expect(effectiveWhenIssued(['自签订之日起生效。'])).toBe(false)
  })
})

describe('findExpiryDate', () => {
  it.each([
    ['本办法自2024年4月1日起施行，有效期至2029年3月31日。', '2029-03-31'],
    ['有效期自2024年4月1日起至2026年3月31日。', '2026-03-31'],
  ])('%s', (paragraph, date) => {
    expect(findExpiryDate([paragraph])).toBe(date)
  })
})
