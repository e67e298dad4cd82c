import { describe, expect, it } from 'vitest'
import type { ParentMessage, ParentReport } from '../../library/service/parent-channel.ts'
import { printInShell } from '../../library/service/print-in-shell.ts'

/** A channel to a shell that a test plays. */
function playedShell() {
  const reports: ParentReport[] = []
  const listeners: ((message: ParentMessage) => void)[] = []
  const print = printInShell({
    report: (message) => void reports.push(message),
    onMessage: (listener) => void listeners.push(listener),
  })
  const answer = (data: unknown) => {
    for (const listener of listeners) listener({ data, ports: [] })
  }
  return { reports, print, answer }
}

describe('a page that the shell is to print', () => {
  it('comes back as its own PDF, in whatever order pages are done', async () => {
    const { reports, print, answer } = playedShell()
    const first = print('/tmp/xinhuo-print-1/page.html')
    const second = print('/tmp/xinhuo-print-2/page.html')
    expect(reports).toEqual([
      { type: 'print-page', id: 0, file: '/tmp/xinhuo-print-1/page.html' },
      { type: 'print-page', id: 1, file: '/tmp/xinhuo-print-2/page.html' },
    ])
    answer({ type: 'page-printed', id: 1, pdf: Buffer.from('two') })
    answer({ type: 'page-printed', id: 0, pdf: Buffer.from('one') })
    expect([await first, await second].map(String)).toEqual(['one', 'two'])
  })

  it('says why it was not printed', async () => {
    const { print, answer } = playedShell()
    const page = print('/tmp/xinhuo-print-1/page.html')
    answer({ type: 'page-printed', id: 0, error: 'out of paper' })
    await expect(page).rejects.toThrow('out of paper')
  })

  it('passes over what is for others', async () => {
    const { print, answer } = playedShell()
    const page = print('/tmp/xinhuo-print-1/page.html')
    for (const other of [null, 'stop', { type: 'reader', id: 0 }, { type: 'page-printed', id: 9 }]) answer(other)
    answer({ type: 'page-printed', id: 0, pdf: Buffer.from('one') })
    expect(String(await page)).toBe('one')
  })
})
