import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSetting, readSettings } from '../../library/settings/settings.repository.ts'
import { Settings } from '../../library/settings/settings.schema.ts'
import { openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

let library: SmallLibrary
beforeEach(async () => {
  library = await openSmallLibrary()
})
afterEach(() => library.close())

const defaults: Settings = {
  language: 'zh-CN',
  theme: 'system',
  textSize: 'standard',
  dailyBackup: true,
  keepRecent: true,
}
const read = () => readSettings(library.library.db)

describe('settings', () => {
  it('are Chinese, of the system’s theme, backed up daily, when nothing was chosen', async () => {
    expect(await read()).toEqual(defaults)
  })

  it('are read back as they were saved', async () => {
    const chosen: Settings = { language: 'en', theme: 'dark', textSize: 'large', dailyBackup: false, keepRecent: false }
    await library.writer.saveSettings(chosen)
    expect(await read()).toEqual(chosen)
    await library.writer.saveSettings(defaults)
    expect(await read()).toEqual(defaults)
  })

  it('keep what is understood when something is not, such as a theme of a newer version', async () => {
    await library.writer.saveSetting('settings', '{"theme":"sepia","textSize":"large","dailyBackup":"yes","columns":3}')
    expect(await read()).toEqual({ ...defaults, textSize: 'large' })
  })

  it.each(['', 'null', '[]', '"x"', '{', '{"theme":null}', '12'])(
    'fall back to the defaults when %j is stored',
    async (stored) => {
      await library.writer.saveSetting('settings', stored)
      expect(await read()).toEqual(defaults)
    },
  )

  it('are refused by the service when they are not understood', () => {
    expect(Settings.safeParse({ theme: 'sepia' }).success).toBe(false)
  })

  it('can always be read, whatever is stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (stored) => {
        await library.writer.saveSetting('settings', stored)
        expect(Settings.safeParse(await read()).success).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('stand beside other stored values, each under its own key', async () => {
    await library.writer.saveSetting('starter-content', 'abc')
    await library.writer.saveSettings({ ...defaults, theme: 'light' })
    expect(await findSetting(library.library.db, 'starter-content')).toBe('abc')
    expect(await findSetting(library.library.db, 'nothing')).toBeUndefined()
  })
})
