import { expect, it } from 'vitest'
import { answersCorrection } from '../../../renderer/search/answer-correction.ts'

const didYouMean = { query: '宅基地审批', why: '一字之差' }

it('says so when the answer marks the corrected words', () => {
  expect(answersCorrection('宅基第审批', { didYouMean, terms: ['宅基地', '审批'], total: 3 })).toBe(true)
  expect(answersCorrection('宅基第审批', { didYouMean, terms: ['宅基地审批'], total: 3 })).toBe(true)
})

it('does not when the answer is that of the words typed, or there is none', () => {
  expect(answersCorrection('宅基第审批', { didYouMean, terms: ['审批'], total: 3 })).toBe(false)
  expect(answersCorrection('宅基第审批', { didYouMean, terms: ['宅基第', '审批'], total: 3 })).toBe(false)
  expect(answersCorrection('宅基第审批', { didYouMean, terms: ['宅基地'], total: 0 })).toBe(false)
  expect(answersCorrection('宅基地', { terms: ['宅基地'], total: 3 })).toBe(false)
})
