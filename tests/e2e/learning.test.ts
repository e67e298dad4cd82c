import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobView } from '../../library/jobs/job-view.ts'
import type { PathRecord } from '../../library/meetings/learning/path.schema.ts'
import type { MaterialView } from '../../library/meetings/materials/material-view.ts'
import type { ResponsesView } from '../../library/meetings/responses/response-view.ts'
import { ask, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { launchBrowser, openAppWindow } from './app-browser.ts'
import { type Office, openOffice } from './open-office.ts'

const READY = 'xuexi-bianmin-fuwu-chuji'

describe('learning', () => {
  let office: Office
  const folder = temporaryFolder(afterAll)
  /** The path that the trainer makes. */
  let own = ''
  const press = (key: string) => office.page.keyboard.press(key)
  const type = (text: string) => office.page.keyboard.type(text)
  const step = (title: string | RegExp) => office.main().getByRole('listitem').filter({ hasText: title }).first()
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.close())

  it('offers paths by level, for a post that is chosen once', async () => {
    await office.go('/learning')
    for (const level of ['初级', '中级', '高级'])
      await expectOn(office.main().getByRole('region', { name: level }).getByRole('link')).toBeVisible()
    await office.main().getByRole('combobox', { name: '我的岗位' }).click()
    await office.page.getByTitle('信访岗', { exact: true }).click()
    await expectOn(office.main().getByRole('region', { name: '初级' })).toContainText('这一级还没有。')
    await expectOn(office.main().getByRole('link', { name: /便民服务岗 高级/ })).toBeVisible()
    await office.page.reload()
    await expectOn(office.main().getByRole('region', { name: '初级' })).toContainText('这一级还没有。')
    await expectOn(office.main()).toContainText('不上报，不统计，不给别人看')
    await office.readsWell()
  })

  it('follows a path: what is opened is begun, and what is done the learner says', async () => {
    await office.go(`/learning/${READY}`)
    await expectOn(step('用窗口电脑查一条政策')).toContainText('接着学这一步')
    const drill = step('窗口来了一位材料不齐的老人')
    await expectOn(drill).toContainText('会更顺；想先看这一步也行。')
    await expectOn(drill.getByRole('link')).toHaveAttribute('href', '/drills/yanlian-cailiao-buqi-de-laoren/play')
    await expectOn(step('用窗口电脑查').getByRole('link')).toHaveAttribute(
      'href',
      '/guides/zhinan-diannao-cha-zhengce-tujie',
    )
    // Nothing is locked: a later one first.
    await step('临时救助解读').getByRole('link').click()
    await expectOn(office.page).toHaveURL(/\/item\/jiedu-linshi-jiuzhu/)
    await office.page.goBack()
    await expectOn(step('临时救助解读')).toContainText('看过')
    await office.button('学完了：用窗口电脑查一条政策（图解）').click()
    await expectOn(step('窗口接待怎么查政策')).toContainText('接着学这一步')
    await expectOn(office.main()).toContainText('学了 1 步，还有 5 步')
    await office.readsWell()
  })

  it('asks questions in place: wrong, then right, with the reason and the clause', async () => {
    await office.button('答题：五道题，不打分').click()
    const first = office.main().getByRole('listitem').filter({ hasText: '群众说“想要房本”' }).last()
    await first.getByRole('radio', { name: '告诉他找自然资源所' }).check()
    await first.getByRole('button', { name: '看看对不对' }).click()
    await expectOn(first.getByRole('status')).toContainText('不对，再想想。')
    await expectOn(first).toContainText('“想盖房”和“想要房本”是两件事')
    await first.getByRole('button', { name: '再试一次' }).click()
    await first.getByRole('radio', { name: /问清想办的是/ }).check()
    await first.getByRole('button', { name: '看看对不对' }).click()
    await expectOn(first.getByRole('status')).toContainText('对了。')
    const blank = office.main().getByRole('listitem').filter({ hasText: '受理社会救助申请的窗口' }).last()
    await blank.getByRole('textbox').fill(' 统 一。')
    await press('Enter')
    await expectOn(blank.getByRole('status')).toContainText('对了。')
    await expectOn(blank.getByText('《社会救助暂行办法》第六十条')).toBeVisible()
    await expectOn(office.main()).not.toContainText(/\d+ ?(次|分$|%)/)
    await office.readsWell()
  })

  it('keeps it over a reload, and clears it in one click that can be undone', async () => {
    await office.page.reload()
    await expectOn(step('用窗口电脑查')).toContainText('学完了')
    await office.button('答题：五道题，不打分').click()
    await expectOn(office.main().getByRole('status').filter({ hasText: '对了。' })).toHaveCount(2)
    await office.button('清掉这条路径的学习记录').click()
    await expectOn(step('用窗口电脑查')).toContainText('接着学这一步')
    await expectOn(office.button('清掉这条路径的学习记录')).toBeHidden()
    const kept = office.page.waitForResponse(
      (one) => one.request().method() === 'PUT' && one.url().endsWith('/progress'),
    )
    await office.main().getByRole('button', { name: '撤销' }).click()
    await expectOn(office.main()).toContainText('学了 1 步，还有 5 步')
    await kept
    await office.page.reload()
    await expectOn(office.main()).toContainText('学了 1 步，还有 5 步')
    await office.go('/learning')
    await office.main().getByRole('combobox', { name: '我的岗位' }).click()
    await office.page.getByTitle('全部岗位', { exact: true }).click()
    await expectOn(office.main().getByRole('region', { name: '初级' })).toContainText('学了 1 步，还有 5 步')
  })

  it('lets a trainer write a path: steps found, put in order, with what comes first and a quiz', async () => {
    await office.go('/learning')
    await office.button('编一条路径').click()
    await office.main().getByRole('textbox', { name: '名称' }).fill('民政岗 初级')
    await office.button('从资料库里选一步').click()
    const dialog = office.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('临时救助')
    await dialog
      .getByRole('button', { name: /^加进来：.*临时救助/ })
      .first()
      .click()
    await expectOn(dialog.getByText('已在路径里').first()).toBeVisible()
    await dialog.getByRole('textbox').fill('材料不齐')
    await dialog.getByRole('button', { name: '加进来：窗口来了一位材料不齐的老人' }).click()
    await press('Escape')
    await office.button('出几道题').click()
    await office.button('加一个题目').click()
    await office.main().getByRole('textbox', { name: '问什么' }).fill('公示期不少于几日？')
    // Options by keyboard: Enter adds the next.
    await office.main().getByRole('textbox', { name: '选项 2' }).focus()
    await press('Enter')
    await expectOn(office.main().getByRole('textbox', { name: '选项 3' })).toBeFocused()
    await type('七日')
    await office.main().getByRole('checkbox', { name: '对的选项：七日' }).check()
    await office.button('去掉：选项 1').click()
    await expectOn(office.main().getByRole('textbox', { name: '选项 2' })).toHaveValue('七日')
    await office.main().getByRole('combobox', { name: '怎样答' }).click()
    await office.page.getByTitle('填空', { exact: true }).click()
    const answers = office.main().getByRole('combobox', { name: '怎样答都算对' })
    await answers.fill('七日')
    await answers.press('Enter')
    // The drill, which came second, first; by keyboard.
    await office.main().getByRole('textbox', { name: '演练：名称' }).focus()
    await press('Alt+Shift+ArrowUp')
    await expectOn(
      office
        .main()
        .getByRole('textbox', { name: /：名称$/ })
        .first(),
    ).toHaveValue(/材料不齐/)
    await office.main().getByRole('group', { name: '最好先学完' }).last().getByRole('checkbox').first().check()
    await expectOn(office.main()).toContainText('已保存')
    await office.readsWell()
    await office.main().getByRole('button', { name: '看学的人看到的样子' }).click()
    await expectOn(office.main().getByRole('heading', { level: 1 })).toHaveText('民政岗 初级')
    await expectOn(step('测一测')).toContainText('先学“窗口来了一位材料不齐的老人”会更顺')
    own = /learning\/([^?]+)/.exec(office.page.url())?.[1] ?? ''
    const { record } = await office.ask<MaterialView>('GET', `/api/materials/${own}`)
    expect((record as PathRecord).steps.map(({ type: kind }) => kind)).toEqual(['drill', 'read', 'quiz'])
    await office.button('答题：测一测').click()
    await office.main().getByRole('textbox', { name: '您的答案' }).fill('７日')
    await press('Enter')
    await expectOn(office.main().getByText('对了。')).toBeVisible()
  })

  it('has paper cards typed in by the keyboard alone, and shows them beside', async () => {
    await office.go(`/learning/${own}`)
    await office.main().getByRole('link', { name: '编这条路径' }).click()
    await office.button('录入纸质卡片').focus()
    await press('Enter')
    await expectOn(office.main().getByRole('combobox', { name: '您的岗位' })).toBeFocused()
    await type('民政岗')
    await press('Tab')
    await type('算例讲得细')
    await press('Enter')
    await expectOn(office.main().getByText('记下了 1 张。')).toBeVisible()
    // The next card of the same pile: nothing but how long it was, by its digit.
    await expectOn(office.main().getByRole('combobox', { name: '您的岗位' })).toBeFocused()
    for (let tab = 0; tab < 6; tab += 1) await press('Tab')
    await expectOn(office.main().getByRole('textbox', { name: '时间长短' })).toBeFocused()
    await type('1')
    await expectOn(office.main().getByRole('button', { name: '1 偏长' })).toHaveAttribute('aria-pressed', 'true')
    await press('Enter')
    await expectOn(office.main().getByText('记下了 2 张。')).toBeVisible()
    const cards = office.main().getByRole('region', { name: '反馈卡', exact: true })
    await expectOn(cards).toContainText('算例讲得细')
    await expectOn(cards.getByRole('row', { name: '偏长 1' })).toBeVisible()
    await office.button('录入纸质卡片').click()
    await cards.getByRole('button', { name: '记下一版改了什么' }).first().click()
    await type('保留算例')
    await press('Enter')
    await expectOn(cards).toContainText('改了：保留算例')
    await office.readsWell()
    const { feedback } = await office.ask<ResponsesView>('GET', `/api/materials/${own}/responses`)
    expect(feedback.map(({ post, answers }) => [post, answers])).toEqual([
      ['民政岗', { useful: '算例讲得细' }],
      [undefined, { length: 'too-long' }],
    ])
  })

  it('reads a sheet of cards once, and deletes them all when asked twice', async () => {
    const rows = [
      ['提交时间', '姓名', '哪些内容有用'],
      ['2026-03-05', '张三', '演练'],
    ]
    await office.go(`/learning/${own}?edit=1`)
    for (const taken of [1, 0]) {
      await office.button('读表格').click()
      await office.dropSheet('反馈.xlsx', rows)
      await expectOn(office.main()).toContainText('“姓名”是个人信息，没有读取。')
      const take = office.button(`收下 ${taken} 张`)
      if (taken > 0) {
        await take.click()
        await expectOn(office.main()).toContainText('收下了 1 张。')
        await office.button('好').click()
      } else {
        await expectOn(take).toBeDisabled()
        await office.readsWell()
        await office.button('不了').click()
      }
    }
    await office.button('删去全部卡片').click()
    await office.page.getByRole('dialog').getByRole('button', { name: '删去' }).click()
    await expectOn(office.main()).toContainText('还没有卡片。')
  })

  it('tells whoever wrote a path what is newer, missing or in a ring, and settles it', async () => {
    const importLaw = async (words: string, issuedOn: string) => {
      const file = path.join(folder, `水法${issuedOn}.md`)
      const head = `---\nxinhuo: 1\nkind: policy\nidentifier: shuifa-ceshi\ntitle: 水法\nissuedOn: ${issuedOn}\n---\n`
      writeFileSync(file, `${head}第一条 为了试验。\n\n第二条 ${words}\n`)
      const { id } = await office.ask<JobView>('POST', '/api/imports', { paths: [file] })
      const state = async () => (await office.ask<JobView>('GET', `/api/jobs/${id}`)).state
      await expect.poll(state, { timeout: 20_000 }).toBe('done')
      return (await office.ask<{ revision: string }>('GET', '/api/items/shuifa-ceshi')).revision
    }
    const named = { type: 'read', itemId: 'shuifa-ceshi', anchor: '第二条' }
    const older = await importLaw('节约用水。', '2024-01-01')
    const newer = await importLaw('节约用水，人人有责。', '2025-01-01')
    const steps = [
      { ...named, id: 'a', title: '旧的', revision: older, after: ['b'] },
      { id: 'b', type: 'drill', title: '不在', itemId: 'yanlian-nirgends', after: ['a'] },
    ]
    const record = { type: 'path', format: 1, title: '要更新的路径', steps }
    const { id } = await office.ask<MaterialView>('POST', '/api/materials', { record })
    await office.go(`/learning/${id}?edit=1`)
    await expectOn(office.main().getByRole('list', { name: '先后顺序里的问题' })).toContainText(
      '“旧的”和“不在”互相等着',
    )
    await expectOn(office.main()).toContainText('这一份不在本机的资料库里')
    await office.button(/^看过，用新的/).click()
    await expectOn(office.button(/^看过，用新的/)).toBeHidden()
    const { record: renewed } = await office.ask<MaterialView>('GET', `/api/materials/${id}`)
    expect((renewed as PathRecord).steps[0]?.revision).toBe(newer)
    await office.readsWell()
    await office.go(`/learning/${id}`)
    const learned = office.main().getByRole('list').last().getByRole('listitem')
    await expectOn(learned.nth(0)).toContainText('接着学这一步')
    await expectOn(learned.nth(1)).toContainText('这个资料库里没有，先学别的')
  })

  it('says plainly when a path is not there', async () => {
    for (const place of ['/learning/xuexi-nirgends', '/learning/xuexi-nirgends?edit=1']) {
      await office.go(place)
      await expectOn(office.main().getByText('没有这条学习路径')).toBeVisible()
      await expectOn(office.main().getByRole('heading', { level: 1 })).toBeVisible()
    }
  })

  it('looks and reads well in the dark and in large type', async () => {
    for (const look of [
      { theme: 'dark', textSize: 'standard', places: ['/learning', '/learning?list=1'] },
      { theme: 'light', textSize: 'large', places: [`/learning/${READY}`] },
    ]) {
      const { places, ...dress } = look
      await office.dress(dress)
      for (const place of places) {
        await office.go(place)
        await expectOn(office.page.locator('html')).toHaveAttribute('data-theme', dress.theme)
        await office.readsWell()
      }
    }
  })
})

describe('learning at an office that serves many', () => {
  it('stays in the browser: nothing of it is sent, and a reload keeps it', async () => {
    const service = await startService(path.join(temporaryFolder(), '资料库'), { shell: 'serve', loopback: true })
    const steps = [
      { id: 's1', type: 'quiz', title: '试试', questions: [{ id: 'q', type: 'judgement', ask: '对吗', isTrue: true }] },
    ]
    const record = { type: 'path', format: 1, title: '大家的路径', steps }
    const { id } = await ask<MaterialView>(service, 'POST', '/api/materials', { record })
    const browser = await launchBrowser()
    try {
      const served = { address: service.address ?? '', ticketUrl: async () => service.ticketUrl() ?? '' }
      const { page } = await openAppWindow(browser, served, { place: `/learning/${id}` })
      const sent: string[] = []
      page.on('request', (request) => {
        if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname}`)
      })
      const main = page.locator('main')
      await main.getByRole('button', { name: '答题：试试' }).click()
      await main.getByRole('radio', { name: '不对' }).check()
      await main.getByRole('button', { name: '看看对不对' }).click()
      await main.getByRole('button', { name: '学完了：试试' }).click()
      await expectOn(main).toContainText('这条路径学完了。')
      await expectOn(main).toContainText('只记在您这个浏览器里')
      await page.reload()
      await expectOn(main).toContainText('这条路径学完了。')
      await main.getByRole('button', { name: '答题：试试' }).click()
      await expectOn(main.getByText('不对，再想想。')).toBeVisible()
      await main.getByRole('button', { name: '清掉这条路径的学习记录' }).click()
      await expectOn(main).not.toContainText('这条路径学完了。')
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('learning')))).toEqual([])
      expect(sent.filter((route) => route.includes('learning'))).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
