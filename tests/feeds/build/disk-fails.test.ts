import { cpSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { verifySite } from '../../../library/feeds/build/verify-site.ts'
import { spread } from '../../service/killed-process.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { failingDisk } from '../../updates/publishing/failing-disk.ts'
import { newFolder, openSiteDesk, snapshot } from './site-desk.ts'
import { smallEdition } from './small-edition.ts'

const desk = openSiteDesk()

const copyOf = (folder: string): string => {
  const to = path.join(temporaryFolder(), '专栏')
  cpSync(folder, to, { recursive: true })
  return to
}
/** What readers see. */
const shown = (folder: string) => [...snapshot(folder)].filter(([name]) => !name.startsWith('.xinhuo-build/'))

it('that fails at any call leaves an issue whole, says so, and a repeat completes it', {
  timeout: 180_000,
}, async () => {
  const [first, second] = [await smallEdition(1), await smallEdition(2)]
  const [folder, wanted] = [newFolder(), newFolder('好')]
  await desk.build(first, folder)
  await desk.build(second, wanted)
  const old = shown(folder)
  const disk = await failingDisk()
  const trial = copyOf(folder)
  disk.failFrom(undefined)
  await desk.build(second, trial)
  const calls = disk.calls()
  expect(calls).toBeGreaterThan(60)
  expect(shown(trial)).toEqual(shown(wanted))
  let kept = 0
  for (const call of spread(1, calls, 36)) {
    const at = copyOf(folder)
    disk.failFrom(call, call % 2 === 0 ? 'ENOSPC' : 'EIO')
    const failure = await desk.build(second, at).then(
      () => undefined,
      (error: unknown) => error,
    )
    disk.failFrom(undefined)
    // A file that could not be removed is told by nobody: what was published is there.
    if (failure)
      expect(failure, `call ${call}`).toMatchObject({ code: expect.stringMatching(/^FEED_(DISK_FULL|STORAGE_IO)$/) })
    expect((await verifySite(at)).wrong, `call ${call}`).toEqual([])
    const now = JSON.stringify(shown(at))
    if (now === JSON.stringify(old)) kept += 1
    await desk.build(second, at)
    expect(shown(at), `call ${call}`).toEqual(shown(wanted))
    expect((await verifySite(at)).wrong, `call ${call}`).toEqual([])
  }
  // Nothing is moved until everything is there.
  expect(kept).toBeGreaterThan(15)
})

it('that is full for the first issue leaves a folder that can be used again', async () => {
  const edition = await smallEdition(1)
  const disk = await failingDisk()
  for (const call of [5, 20, 40]) {
    const folder = newFolder(`第${call}次`)
    disk.failFrom(call, 'ENOSPC')
    await expect(desk.build(edition, folder)).rejects.toMatchObject({
      code: 'FEED_DISK_FULL',
      todo: expect.stringContaining('腾出空间'),
    })
    disk.failFrom(undefined)
    expect(shown(folder)).toEqual([])
    await desk.build(edition, folder)
    expect((await verifySite(folder)).wrong).toEqual([])
  }
})
