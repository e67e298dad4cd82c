import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { verifySite } from '../../../library/feeds/build/verify-site.ts'
import { childBundle } from '../../service/child-bundle.ts'
import { spread } from '../../service/killed-process.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { newFolder, openSiteDesk, snapshot } from './site-desk.ts'
import { smallEdition } from './small-edition.ts'

const desk = openSiteDesk()
const at = (file: string) => childBundle(new URL(file, import.meta.url))
const shown = (folder: string) => [...snapshot(folder)].filter(([name]) => !name.startsWith('.xinhuo-build/'))

/** True when the child had already done all. */
async function runKilled(folder: string, call?: number, countTo?: string): Promise<boolean> {
  const arguments_ = [temporaryFolder(), folder, desk.assets.href, JSON.stringify(desk.identity), '2']
  const child = spawn(
    process.execPath,
    ['--import', at('../../service/die-at-call.ts'), at('./build-child.ts'), ...arguments_],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        ...(call !== undefined && { DIE_AT: `main:${call}` }),
        ...(countTo !== undefined && { COUNT_TO: countTo }),
      },
    },
  )
  let said = ''
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString()
  })
  await once(child, 'close')
  return said.includes('done')
}

it('a build that is killed leaves every page whole and no link dead, and the next one completes it', {
  timeout: 240_000,
}, async () => {
  const [folder, wanted] = [newFolder(), newFolder('好')]
  await desk.build(await smallEdition(1), folder)
  await desk.build(await smallEdition(2), wanted)
  const [old, all] = [shown(folder), shown(wanted)]
  const copyOf = () => {
    const to = path.join(temporaryFolder(), '专栏')
    cpSync(folder, to, { recursive: true })
    return to
  }
  const counts = temporaryFolder()
  expect(await runKilled(copyOf(), undefined, counts)).toBe(true)
  const { begun, calls } = JSON.parse(readFileSync(path.join(counts, 'main'), 'utf8')) as {
    begun: number
    calls: number
  }
  const seen = new Set<string>()
  for (const call of [...spread(begun + 2, calls - 45, 3), ...spread(calls - 40, calls, 7)]) {
    const site = copyOf()
    await runKilled(site, call)
    const now = new Map(shown(site))
    const bytes = new Set([...old, ...all].map(([name, text]) => `${name} ${text}`))
    for (const [name, text] of now) expect(bytes.has(`${name} ${text}`), `call ${call}: ${name}`).toBe(true)
    requireLinks('index.html', now)
    expect((await verifySite(site)).wrong, `call ${call}`).toEqual([])
    const state = JSON.stringify([...now])
    seen.add(state === JSON.stringify(old) ? 'old' : state === JSON.stringify(all) ? 'new' : 'between')
    await desk.build(await smallEdition(2), site)
    expect(shown(site), `call ${call}`).toEqual(all)
  }
  expect(seen).toContain('old')
})

/** Follows every link from a page on. */
function requireLinks(page: string, files: ReadonlyMap<string, string>, seen = new Set<string>()): void {
  if (seen.has(page) || !page.endsWith('.html')) return
  seen.add(page)
  const text = Buffer.from(files.get(page) ?? '', 'base64').toString()
  for (const [, address = ''] of text.matchAll(/(?:href|src)="([^"#?]+)/g)) {
    if (/^[a-z]+:/.test(address)) continue
    const target = path.posix.join(path.posix.dirname(page), address)
    expect(files.has(target), `${page} → ${address}`).toBe(true)
    requireLinks(target, files, seen)
  }
}
