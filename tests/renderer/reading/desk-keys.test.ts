import { describe, expect, it } from 'vitest'
import { deskCommand, type KeyPress } from '../../../renderer/reading/desk-keys.ts'

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  typing: false,
  ...rest,
})

describe('deskCommand', () => {
  it('reads single keys, with caps lock and Chinese punctuation too', () => {
    expect(deskCommand(press('j'))).toBe('next-passage')
    expect(deskCommand(press('J'))).toBe('next-passage')
    expect(deskCommand(press('】'))).toBe('next-hit')
    expect(deskCommand(press('？', { shiftKey: true }))).toBe('keys')
  })

  it('leaves letters alone while the person types', () => {
    expect(deskCommand(press('j', { typing: true }))).toBeUndefined()
  })

  it('keeps finding and stepping at hand while typing', () => {
    expect(deskCommand(press('f', { ctrlKey: true, typing: true }))).toBe('find')
    expect(deskCommand(press('F3', { shiftKey: true, typing: true }))).toBe('previous-hit')
  })

  it('leaves the copy key to the selection', () => {
    expect(deskCommand(press('c', { ctrlKey: true }))).toBeUndefined()
  })

  it('does not know names of keys by accident', () => {
    expect(deskCommand(press('constructor'))).toBeUndefined()
    expect(deskCommand(press('toString'))).toBeUndefined()
  })
})
