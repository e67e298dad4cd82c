import { describe, expect, it } from 'vitest'
import { readShellArguments } from '../../electron/shell-arguments.ts'
import { linkInArguments, parseXinhuoLink } from '../../electron/xinhuo-link.ts'

describe('a xinhuo link from another program', () => {
  it.each([
    ['xinhuo://item/land-law', 'xinhuo://item/land-law'],
    ['xinhuo://item/land-law/', 'xinhuo://item/land-law'],
    ['xinhuo://item/land-law#第六十二条', 'xinhuo://item/land-law#第六十二条'],
    ['xinhuo://item/land-law#%E7%AC%AC%E4%B8%80%E6%9D%A1', 'xinhuo://item/land-law#第一条'],
    ['xinhuo://item/relief#什么时候用~2', 'xinhuo://item/relief#什么时候用~2'],
    [`xinhuo://item/relief#${encodeURIComponent('长'.repeat(100))}`, `xinhuo://item/relief#${'长'.repeat(100)}`],
    ['xinhuo://item/relief#一、谁可以申请%20+%20材料', 'xinhuo://item/relief#一、谁可以申请 + 材料'],
    ['xinhuo://item/land-law#第三条之一', 'xinhuo://item/land-law#第三条之一'],
  ])('%s is taken', (text, link) => {
    expect(parseXinhuoLink(text)).toBe(link)
  })

  it.each([
    'https://example.com',
    'xinhuo://settings',
    'xinhuo://item/',
    'xinhuo://item/a',
    'xinhuo://item/../../etc/passwd',
    'xinhuo://item/Land-Law',
    'xinhuo://item/land-law?x=1',
    'xinhuo://item/land-law#%E7%ZZ',
    'xinhuo://item/land-law#<script>alert(1)</script>',
    'xinhuo://item/land-law#%0a--inspect',
    'xinhuo://item/land-law#%E2%80%AE条',
    `xinhuo://item/land-law#${'条'.repeat(301)}`,
    'javascript:alert(1)',
    ' xinhuo://item/land-law',
    'xinhuo://item/land-law --remote-debugging-port=1',
  ])('%s is refused', (text) => {
    expect(parseXinhuoLink(text)).toBeUndefined()
  })

  it('is found among a second start’s arguments', () => {
    expect(linkInArguments(['/opt/xinhuo', '--allow-file-access', 'xinhuo://item/land-law#第一条'])).toBe(
      'xinhuo://item/land-law#第一条',
    )
    expect(linkInArguments(['/opt/xinhuo', 'file.md'])).toBeUndefined()
  })
})

describe('the shell’s arguments', () => {
  it.each([
    [['--library', '库'], '/home/li/库'],
    [['--library=/srv/库'], '/srv/库'],
    [['--library'], undefined],
    [['--library', '--no-sandbox'], undefined],
    [[], undefined],
  ])('%j name the library %s', (argv, library) => {
    expect(readShellArguments(['xinhuo', ...argv], '/home/li').library).toBe(library)
  })
})
