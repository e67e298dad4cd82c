import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { menuTemplate } from '../../electron/menu.ts'
import { shellTexts } from '../../electron/shell-texts.ts'

const actions = { send: vi.fn(), exportPdf: vi.fn() }

function allItems(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])])
}

function click(platform: NodeJS.Platform, label: string): void {
  const item = allItems(menuTemplate(shellTexts('zh-CN'), actions, platform)).find((one) => one.label === label)
  item?.click?.(undefined as never, undefined, undefined as never)
}

describe('the menu', () => {
  it.each([
    ['检索', 'search'],
    ['导入文件或文件夹…', 'import'],
    ['打印…', 'print'],
    ['设置…', 'settings'],
    ['键盘快捷键', 'keys'],
    ['后退', 'back'],
    ['前进', 'forward'],
  ])('%s tells the interface %s', (label, command) => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      actions.send.mockClear()
      click(platform, label)
      expect(actions.send).toHaveBeenCalledExactlyOnceWith(command)
    }
  })

  it('exports a PDF', () => {
    click('linux', '导出 PDF…')
    expect(actions.exportPdf).toHaveBeenCalledOnce()
  })

  it('has search on Ctrl+K, and no key twice', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const items = allItems(menuTemplate(shellTexts('zh-CN'), actions, platform))
      const keys = items.flatMap((item) => (item.accelerator ? [item.accelerator] : []))
      expect(items.find((item) => item.label === '检索')?.accelerator).toBe('CmdOrCtrl+K')
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('says everything in Chinese and in English', () => {
    const labels = (language: 'zh-CN' | 'en') =>
      allItems(menuTemplate(shellTexts(language), actions, 'linux')).flatMap((item) => (item.label ? [item.label] : []))
    expect(labels('zh-CN').every((label) => /\p{Script=Han}/u.test(label))).toBe(true)
    expect(labels('en').some((label) => /\p{Script=Han}/u.test(label))).toBe(false)
    expect(labels('en').length).toBe(labels('zh-CN').length)
  })

  it('gives every item that is no role something to do', () => {
    for (const item of allItems(menuTemplate(shellTexts('en'), actions, 'darwin'))) {
      expect(item.role ?? item.click ?? item.submenu ?? item.type, item.label).toBeDefined()
    }
  })
})
