import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright'
import { chromium } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../library/printing/find-browser.ts'
import { browserFlags, openAppWindow } from './app-browser.ts'
import {
  askOverPipe,
  importPaths,
  jobEnded,
  type LibraryService,
  starterInstalled,
  startLibraryService,
} from './library-service.ts'
import { temporaryFolder, waterRules, writeTexts } from './sample-texts.ts'

/** A network of its own with loopback and nothing else; needs Linux and its administrator. */
const alone = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
const canBeAlone = process.platform === 'linux' && spawnSync(alone[0] ?? '', [...alone.slice(1), 'true']).status === 0

describe.runIf(canBeAlone)('on a machine without a network', () => {
  let service: LibraryService
  let browser: Browser
  const folder = temporaryFolder()
  const texts = writeTexts({ '溪口镇农村饮水管护办法.md': waterRules['newer.md'] })

  beforeAll(async () => {
    service = await startLibraryService({ prefix: alone })
    await starterInstalled(service)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
    for (const used of [folder, texts]) rmSync(used, { recursive: true, force: true })
  })

  const ask = <Answer>(method: string, route: string, body?: object) =>
    askOverPipe<Answer>(service.pipe, method, route, body)

  it('the service imports, finds, backs up, exports and checks', async () => {
    expect(await importPaths(service, [texts])).toMatchObject({ state: 'done', result: { imported: 1 } })
    const found = await ask<{ total: number }>('GET', `/api/passages?q=${encodeURIComponent('特困供养 水费')}`)
    expect(found.total).toBeGreaterThan(0)
    const backup = await ask<{ id: string }>('POST', '/api/backups')
    expect(await jobEnded(service, backup.id)).toMatchObject({ state: 'done' })
    const exported = await ask<{ id: string }>('POST', '/api/exports', { directory: path.join(folder, '导出') })
    expect(await jobEnded(service, exported.id)).toMatchObject({ state: 'done' })
    expect(await ask('GET', '/api/doctor')).toMatchObject({ ok: true })
  })

  it('and never tried to reach or look up anything', () => {
    const counters = networkCounters(service.pid)
    expect(counters).toMatchObject({
      // A packet that had nowhere to go, a datagram such as a look-up, a connection begun.
      'Ip.OutNoRoutes': 0,
      'Udp.OutDatagrams': 0,
      'Udp.NoPorts': 0,
      'Tcp.ActiveOpens': 0,
    })
  })

  it('the window works as with one', async () => {
    const wrapper = path.join(folder, 'browser.sh')
    writeFileSync(wrapper, `#!/bin/sh\nexec nsenter --net=/proc/${service.pid}/ns/net '${findBrowser()}' "$@"\n`)
    chmodSync(wrapper, 0o700)
    browser = await chromium.launch({ executablePath: wrapper, args: browserFlags })
    const { page, requests, complaints } = await openAppWindow(browser, service)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('特困供养人员每月免收')
    await page.keyboard.press('Enter')
    await page.locator('main [data-hit]').filter({ hasText: '第四条' }).first().click()
    await expectOn(page.locator('[data-passage][data-place="第四条"]')).toContainText('免收三吨水费')
    for (const place of ['资料库', '收藏与批注', '导入', '设置', '首页']) {
      await page.getByRole('link', { name: place, exact: true }).click()
      await expectOn(page.locator('main h1').first()).toBeVisible()
    }
    expect(requests.filter((url) => !url.startsWith(service.address))).toEqual([])
    expect(complaints).toEqual([])
  })
})

/** The counters of the network that a process lives in, as `Protocol.Name`. */
function networkCounters(pid: number): Record<string, number> {
  const lines = readFileSync(`/proc/${pid}/net/snmp`, 'utf8').split('\n')
  const counters: Record<string, number> = {}
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const [names, values] = [lines[i]?.split(' ') ?? [], lines[i + 1]?.split(' ') ?? []]
    const protocol = names[0]?.replace(':', '')
    names.slice(1).forEach((name, at) => {
      counters[`${protocol}.${name}`] = Number(values[at + 1])
    })
  }
  return counters
}
