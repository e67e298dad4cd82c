import { describe, expect, it, vi } from 'vitest'
import { createFileDialogs } from '../../electron/file-dialogs.ts'
import { createLinkInbox } from '../../electron/link-inbox.ts'
import { askToOpenOutside } from '../../electron/open-outside.ts'
import { tellServiceGone } from '../../electron/service-gone-dialog.ts'
import { changesSettings, readShellLanguage } from '../../electron/shell-language.ts'
import { shellTexts } from '../../electron/shell-texts.ts'

const texts = shellTexts('zh-CN')

describe('choosing what to import', () => {
  const showOpenDialog = vi.fn()
  const showItemInFolder = vi.fn()
  const dialogs = createFileDialogs({ dialog: { showOpenDialog }, shell: { showItemInFolder } }, () => texts)

  it('gives the files, or none when the dialog is closed', async () => {
    showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/a.md', '/b.docx'] })
    expect(await dialogs.chooseFiles()).toEqual(['/a.md', '/b.docx'])
    showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] })
    expect(await dialogs.chooseFiles()).toEqual([])
  })

  it('gives the folder, or null when the dialog is closed', async () => {
    showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/政策'] })
    expect(await dialogs.chooseFolder()).toBe('/政策')
    showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] })
    expect(await dialogs.chooseFolder()).toBeNull()
  })

  it('shows a folder that was chosen, and no other', async () => {
    showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/media/U盘/专栏'] })
    await dialogs.chooseFolder()
    expect(await dialogs.showFolder('/media/U盘')).toBe(false)
    expect(await dialogs.showFolder('/media/U盘/../U盘/专栏')).toBe(true)
    expect(await dialogs.showFolder('/home')).toBe(false)
    expect(await dialogs.showFolder('//server/share')).toBe(false)
    expect(showItemInFolder.mock.calls).toEqual([['/media/U盘/专栏/index.html']])
  })
})

describe('a web address that was clicked', () => {
  const openExternal = vi.fn(async () => {})
  const open = (response: number) =>
    askToOpenOutside(
      {
        dialog: { showMessageBox: vi.fn(async () => ({ response, checkboxChecked: false })) },
        shell: { openExternal },
      },
      () => texts,
    )('https://www.gov.cn/')

  it('is opened only when the person says so', async () => {
    await open(1)
    expect(openExternal).not.toHaveBeenCalled()
    await open(0)
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://www.gov.cn/')
  })
})

describe('the service that is gone', () => {
  const tellGone = async (response: number, failure?: Parameters<typeof tellServiceGone>[2]) => {
    const app = { relaunch: vi.fn(), exit: vi.fn() }
    const showMessageBox = vi.fn(async (_options: { message: string; detail?: string }) => ({
      response,
      checkboxChecked: false,
    }))
    await tellServiceGone({ app, dialog: { showMessageBox } as never }, texts, failure)
    return { app, said: showMessageBox.mock.calls[0]?.[0] }
  }

  it('is told with what is safe and what to do, and the app opens again or ends', async () => {
    const again = await tellGone(0)
    expect(again.said?.detail).toContain('没有丢失')
    expect(again.app.relaunch).toHaveBeenCalledOnce()
    const end = await tellGone(1)
    expect(end.app.relaunch).not.toHaveBeenCalled()
    expect(end.app.exit).toHaveBeenCalledExactlyOnceWith(1)
  })

  it('is told with its own reason when it gave one', async () => {
    const { said } = await tellGone(1, { code: 'LIBRARY_NEWER', what: '资料库较新。', todo: '请升级薪火。' })
    expect(said).toMatchObject({ message: '资料库较新。', detail: '请升级薪火。' })
  })
})

describe('links that are opened', () => {
  it('wait for the page, the last one counting, and are sent once it listens', () => {
    const send = vi.fn()
    const inbox = createLinkInbox(send, 'xinhuo://item/first')
    inbox.receive('xinhuo://item/second')
    inbox.receive(undefined)
    expect(inbox.pageReady()).toBe('xinhuo://item/second')
    inbox.receive('xinhuo://item/third')
    inbox.pageGone()
    inbox.receive('xinhuo://item/fourth')
    expect(send.mock.calls).toEqual([['xinhuo://item/third']])
    expect([inbox.pageReady(), inbox.pageReady()]).toEqual(['xinhuo://item/fourth', null])
  })
})

describe('the shell’s language', () => {
  it('is the one the person chose', async () => {
    expect(await readShellLanguage(async () => Response.json({ language: 'en', theme: 'dark' }))).toBe('en')
  })

  it('is Chinese while the service cannot be asked', async () => {
    expect(await readShellLanguage(async () => Response.json({ error: {} }, { status: 503 }))).toBe('zh-CN')
    expect(await readShellLanguage(() => Promise.reject(new Error('stopped')))).toBe('zh-CN')
  })

  it('may change when settings are saved', () => {
    expect(changesSettings(new Request('app://xinhuo/api/settings', { method: 'PUT' }))).toBe(true)
    expect(changesSettings(new Request('app://xinhuo/api/settings'))).toBe(false)
  })
})
