import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStartOptions } from '../../scripts/window/start-options.ts'

describe('the arguments of npm start', () => {
  it('open the person’s own library in the best window when there are none', () => {
    expect(readStartOptions([], '/home/li')).toEqual({
      library: undefined,
      window: 'best',
      port: undefined,
      link: undefined,
    })
  })

  it('take a library relative to where the person stood', () => {
    expect(readStartOptions(['--library', '我的库'], '/home/li').library).toBe(path.resolve('/home/li', '我的库'))
  })

  it('choose no window, or the browser', () => {
    expect(readStartOptions(['--no-window'], '/').window).toBe('none')
    expect(readStartOptions(['--browser'], '/').window).toBe('browser')
  })

  it('pass on a xinhuo link', () => {
    expect(readStartOptions(['xinhuo://item/land-law#第一条'], '/').link).toBe('xinhuo://item/land-law#第一条')
  })

  it.each([
    ['an unknown option', ['--libary', 'x']],
    ['a second word', ['one', 'two']],
    ['a word that is no link', ['https://example.com']],
    ['a link to nothing', ['xinhuo://item/../x']],
    ['a port that is none', ['--port', '70000']],
    ['a port in words', ['--port', 'http']],
  ])('refuse %s with one sentence in both languages', (_, args) => {
    expect(() => readStartOptions(args, '/')).toThrow(/\p{Script=Han}.*\n.*[a-z]/u)
  })
})
