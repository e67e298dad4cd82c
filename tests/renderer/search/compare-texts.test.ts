import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ComparedRun, compareTexts } from '../../../renderer/search/compare-texts.ts'

const whole = (runs: readonly ComparedRun[]) => runs.map(({ text }) => text).join('')
const marked = (runs: readonly ComparedRun[]) => runs.filter(({ differs }) => differs).map(({ text }) => text)
const chinese = fc.array(fc.constantFrom('管护员', '每周', '每月', '检查', '水源地', '。', '一次', ' '), {
  maxLength: 30,
})

it('marks the words that stand on one side only', () => {
  const { left, right, same } = compareTexts('管护员每月检查水源地一次。', '管护员每周检查水源地两次。')
  expect(marked(left).join()).toContain('每月')
  expect(marked(right).join()).toContain('每周')
  expect(marked(right).join()).not.toContain('水源地')
  expect(same).toBe(false)
})

it('marks nothing when both have the same words', () => {
  const { left, right, same } = compareTexts('水费按照计量收取。', '水费按照计量收取。')
  expect([marked(left), marked(right), same]).toEqual([[], [], true])
})

it('marks what differs in one run, across a comma that both happen to have', () => {
  const { left, right } = compareTexts('申请表、户口簿。', '村规，民约、账目，公示。')
  expect(left).toEqual([
    { text: '申请表、户口簿', differs: true },
    { text: '。', differs: false },
  ])
  expect(right[0]).toEqual({ text: '村规，民约、账目，公示', differs: true })
})

it('keeps each side whole, and what is not marked is the same on both', () => {
  fc.assert(
    fc.property(chinese, chinese, (one, other) => {
      const [leftText, rightText] = [one.join(''), other.join('')]
      const { left, right } = compareTexts(leftText, rightText)
      expect([whole(left), whole(right)]).toEqual([leftText, rightText])
      expect(whole(left.filter(({ differs }) => !differs))).toBe(whole(right.filter(({ differs }) => !differs)))
    }),
  )
})

it('gives up on finding the same words in two long texts that have few, and marks both whole', () => {
  const left = Array.from({ length: 4000 }, (_, n) => `甲${n}，`).join('')
  const right = Array.from({ length: 4000 }, (_, n) => `乙${n * 7}；`).join('')
  const compared = compareTexts(left, right)
  expect([marked(compared.left).join(''), marked(compared.right).join('')]).toEqual([left, right])
})
