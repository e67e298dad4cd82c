import fc from 'fast-check'
import { expect, it } from 'vitest'
import { piecesOf } from '../../../renderer/design/marked-pieces.ts'

const shown = (text: string, marks: [number, number][]) =>
  piecesOf(text, marks)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('')

it('marks ranges in any order, joined where they overlap or touch', () => {
  expect(
    shown('农村村民一户只能拥有一处宅基地', [
      [12, 14],
      [0, 2],
      [13, 15],
      [2, 4],
    ]),
  ).toBe('[农村村民]一户只能拥有一处[宅基地]')
})

it('keeps markup in the text as text', () => {
  expect(piecesOf('<b>地</b>', [[3, 4]]).map((piece) => piece.text)).toEqual(['<b>', '地', '</b>'])
})

it('leaves text whole for ranges that are empty or beyond it', () => {
  expect(
    shown('宅基地', [
      [1, 1],
      [2, 99],
      [50, 60],
    ]),
  ).toBe('宅基[地]')
})

it('never loses or repeats a character', () => {
  const range = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])
  fc.assert(
    fc.property(fc.string({ maxLength: 30, unit: 'grapheme' }), fc.array(range, { maxLength: 6 }), (text, marks) => {
      expect(
        piecesOf(text, marks)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
