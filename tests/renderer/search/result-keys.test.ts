import { expect, it } from 'vitest'
import { type ResultKeyPress, resultCommand } from '../../../renderer/search/result-keys.ts'

const press = (key: string, held: Partial<ResultKeyPress> = {}): ResultKeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

it.each([
  ['ArrowDown', 'next'],
  ['j', 'next'],
  ['J', 'next'],
  ['ArrowUp', 'previous'],
  ['k', 'previous'],
  [' ', 'preview'],
  ['y', 'copy'],
  ['x', 'pair'],
  ['v', 'compare'],
  ['f', 'filters'],
  ['Escape', 'box'],
])('takes %j for %s', (key, command) => {
  expect(resultCommand(press(key))).toBe(command)
})

it('copies with Ctrl+Shift+C too', () => {
  expect(resultCommand(press('C', { ctrlKey: true, shiftKey: true }))).toBe('copy')
  expect(resultCommand(press('c', { metaKey: true, shiftKey: true }))).toBe('copy')
})

it.each([
  ['Enter, which opens', press('Enter')],
  ['copying a selection', press('c', { ctrlKey: true })],
  ['finding on the page', press('f', { ctrlKey: true })],
  ['scrolling back', press(' ', { shiftKey: true })],
  ['the window’s own keys', press('ArrowLeft', { altKey: true })],
  ['other letters', press('q')],
])('leaves %s to the page', (_, pressed) => {
  expect(resultCommand(pressed)).toBeUndefined()
})
