import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { xinhuoCommand } from '../built-command.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { createWorkshop, policy } from '../updates/channel-workshop.ts'

const isThere = spawnSync('script', ['--version']).status === 0

/** Runs `xinhuo` on a terminal of its own, answering each question with the next line. */
async function onTerminal(arguments_: readonly string[], answers: readonly string[]) {
  const command = [process.execPath, xinhuoCommand, ...arguments_].map((part) => `'${part}'`).join(' ')
  const child = spawn('script', ['-qfec', command, '/dev/null'], { stdio: 'pipe' })
  const waiting = [...answers]
  let shown = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    if (shown.endsWith('：') && waiting.length > 0) child.stdin.write(`${waiting.shift()}\r`)
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, shown, waiting }
}

describe.skipIf(!isThere)('a key ceremony on a terminal', { timeout: 120_000 }, () => {
  it('calls one holder after another, and shows nothing of what they type', async () => {
    const work = temporaryFolder()
    const folder = path.join(work, '频道')
    const about = ['--id', 'xikou', '--title', '溪口政策', '--publisher', '溪口镇', '--library', path.join(work, '库')]
    const [first, second] = ['山高月小水落石出', '清风徐来水波不兴']
    const { code, shown, waiting } = await onTerminal(
      ['channel', 'init', folder, ...about, '--holder', '张三', '--holder', '李四'],
      ['太短', first, '打错了的口令哦哦', ...Array.from({ length: 6 }, () => first), second, second],
    )
    expect([code, waiting]).toEqual([0, []])
    expect(existsSync(path.join(folder, 'channel.json'))).toBe(true)
    for (const typed of [first, second, '打错了']) expect(shown).not.toContain(typed)
    const order = [
      '请 张三 到电脑前',
      '太短了，请重新输入',
      '两次输入的不一样',
      'targets-1',
      'release-1',
      '请 李四 到电脑前',
      'root-2',
    ]
    const places = order.map((words) => shown.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThanOrEqual(0)
  })

  it('shows how far verifying and copying are, and leaves the result alone on its line', async () => {
    const work = temporaryFolder()
    const workshop = createWorkshop('xikou', undefined, path.join(work, '发布'))
    const texts = Array.from({ length: 400 }, (_, number) =>
      policy(`shuifei-${number}`, `溪口镇第${number}号水费办法`, ['水费按月公布。']),
    )
    workshop.publish({ version: 1, items: texts.map((text) => ({ revisions: [text] })) })
    const options = ['--library', path.join(work, '库')]
    const verified = await onTerminal(['channel', 'verify', workshop.directory, ...options], [])
    expect(verified.code).toBe(0)
    expect(verified.shown).toMatch(/\d+\/\d+ {2}核对/)
    expect(verified.shown.split('\u001b[K').at(-1)).toMatch(/^《测试频道》第 1 版，400 份.*全部完好。\s*$/)
    const copied = await onTerminal(
      ['channel', 'copy', workshop.directory, '--to', path.join(work, 'U盘'), ...options],
      [],
    )
    expect(copied.code).toBe(0)
    expect(copied.shown).toMatch(/\d+\/\d+ {2}复制到/)
    expect(copied.shown.split('\u001b[K').at(-1)).toMatch(/^复制了 \d+ 个文件/)
  })

  it('ends at Ctrl+C, with nothing written', async () => {
    const work = temporaryFolder()
    const folder = path.join(work, '频道')
    const about = ['--id', 'xikou', '--title', '溪口政策', '--publisher', '溪口镇', '--library', path.join(work, '库')]
    const { code, shown } = await onTerminal(['channel', 'init', folder, ...about], ['\u0003'])
    expect(code).not.toBe(0)
    expect(shown).toContain('没有改动')
    expect(existsSync(folder)).toBe(false)
  })
})
