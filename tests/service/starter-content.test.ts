import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobView } from '../../library/jobs/job-view.ts'
import { installStarterContent } from '../../library/service/starter-content.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { ask, startService } from './running-service.ts'

/** A service, and content with one policy in it. */
async function open() {
  const service = await startService(temporaryFolder())
  const content = temporaryFolder()
  const file = path.join(content, 'policies', '办法.md')
  mkdirSync(path.dirname(file))
  const write = (text: string, year: number) => {
    writeFileSync(file, `# 试行办法\n\n第一条 ${text}。\n`)
    utimesSync(file, new Date(year, 0), new Date(year, 0))
  }
  write('先写的话', 2024)
  const install = () => installStarterContent(service.session, content)
  const imports = async () => (await ask<JobView[]>(service, 'GET', '/api/jobs')).length
  const provision = async () => {
    const { hits } = await ask<{ hits: { snippet: string }[] }>(service, 'GET', '/api/passages?q=第一条')
    return hits[0]?.snippet.replaceAll(/<[^>]+>/g, '')
  }
  return { write, install, imports, provision }
}

describe('the starter content', () => {
  it('is installed once, and is not looked into again while its files look the same', async () => {
    const { write, install, imports, provision } = await open()
    await install()
    expect(await imports()).toBe(1)
    // Other bytes behind the same size and time: whoever noticed would have read the file.
    write('后写的话', 2024)
    await install()
    expect(await imports()).toBe(1)
    expect(await provision()).toContain('先写的话')
  })

  it('is installed anew when a word in it was corrected', async () => {
    const { write, install, imports, provision } = await open()
    await install()
    write('后写的话', 2025)
    await install()
    expect(await imports()).toBe(2)
    expect(await provision()).toContain('后写的话')
  })

  it('that only got another time, as in a fresh copy of the app, is not installed again', async () => {
    const { write, install, imports } = await open()
    await install()
    write('先写的话', 2025)
    await install()
    await install()
    expect(await imports()).toBe(1)
  })
})
