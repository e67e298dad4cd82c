import type { Browser, Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deck } from '../../library/meetings/deck/deck.ts'
import type { MaterialView } from '../../library/meetings/materials/material-view.ts'
import { type AppWindow, launchBrowser, openAppWindow } from './app-browser.ts'
import { axeViolations } from './axe-violations.ts'
import { askOverPipe, type LibraryService, starterInstalled, startLibraryService } from './library-service.ts'
import { keepMeeting, presentedMeeting } from './presented-meeting.ts'

/** A second, which is usual, is soon over where the machine has other work. */
const patient = { timeout: 15_000 }

describe('presenting a meeting', () => {
  let service: LibraryService
  let browser: Browser
  let window: AppWindow
  let page: Page
  let meeting: MaterialView
  let other: MaterialView
  let deck: Deck

  beforeAll(async () => {
    service = await startLibraryService()
    await starterInstalled(service)
    meeting = await keepMeeting(service)
    other = await keepMeeting(service, { ...presentedMeeting, title: '另一个会' })
    deck = await askOverPipe<Deck>(service.pipe, 'GET', `/api/materials/${meeting.id}/deck`)
    browser = await launchBrowser()
    window = await openAppWindow(browser, service, { reducedMotion: 'reduce' })
    page = window.page
    await go(`/present/${meeting.id}`)
    await at(page, 0)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.remove()
  })

  const go = (place: string) => page.goto(new URL(place, service.address).href)
  /** Waits until the window shows a slide, by its place. */
  const at = (shown: Page, place: number) =>
    expectOn(shown.locator(`[data-place="${place}"]`)).toBeVisible({ timeout: 15_000 })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const placeOf = (wanted: (slide: Deck['slides'][number]) => boolean) => deck.slides.findIndex(wanted)
  const goTo = async (place: number) => {
    await page.keyboard.type(String(place + 1))
    await press('Enter')
    await at(page, place)
  }
  const here = () => page.locator('section[data-here]')

  it('the first slide is there, with its title as the heading, and is announced', async () => {
    await expectOn(here().getByRole('heading', { level: 1 })).toHaveText('窗口培训 😀')
    await expectOn(
      page.getByRole('status').filter({ hasText: `第 1 页，共 ${deck.slides.length} 页：窗口培训` }),
    ).toBeAttached()
    expect(await axeViolations(page)).toEqual([])
  })

  it('keys and clickers turn the slides, to their ends and to a number', async () => {
    await press('ArrowRight')
    await at(page, 1)
    await press('PageDown')
    await page.mouse.click(500, 300)
    await at(page, 3)
    await press('PageUp')
    await at(page, 2)
    await press('End')
    await at(page, deck.slides.length - 1)
    await press('ArrowRight')
    await at(page, deck.slides.length - 1)
    await press('Home')
    await at(page, 0)
    await page.keyboard.type('4')
    await expectOn(page.getByText('到第 4 页，按 Enter')).toBeVisible()
    await press('Enter')
    await at(page, 3)
  })

  it('a clause of 5,000 characters goes over slides, and no words run over their slide', async () => {
    const clause = deck.slides.filter(
      ({ partId, blocks }) => partId === 'du' && blocks.some(({ type }) => type === 'clause'),
    )
    expect(clause.length).toBeGreaterThan(5)
    for (const slide of [clause[0], clause.at(-1)]) {
      await goTo(deck.slides.findIndex(({ id }) => id === slide?.id))
      const over = await here().evaluate((section) => {
        const frame = section.getBoundingClientRect()
        return [...section.querySelectorAll('p, li, h1')].filter((words) => {
          const { bottom, right } = words.getBoundingClientRect()
          return bottom > frame.bottom + 1 || right > frame.right + 1
        }).length
      })
      expect(over).toBe(0)
    }
  })

  it('what comes of each choice is shown step by step, forwards and back', async () => {
    const answer = placeOf(({ layout, partId }) => layout === 'answer' && partId === 'yan')
    await goTo(answer)
    const outcomes = here().locator('li[data-fragment-index]')
    await expectOn(outcomes).toHaveCount(2)
    const shown = () => here().locator('li.visible')
    await expectOn(shown()).toHaveCount(0)
    await press('ArrowRight')
    await expectOn(shown()).toHaveCount(1)
    await press('ArrowRight')
    await expectOn(shown()).toHaveCount(2)
    await at(page, answer)
    await press('ArrowRight')
    await at(page, answer + 1)
    await press('ArrowLeft')
    await expectOn(shown()).toHaveCount(2)
    await press('ArrowLeft')
    await expectOn(shown()).toHaveCount(1)
  })

  it('a swipe turns the slide', async () => {
    await goTo(1)
    await page.locator('.reveal').evaluate((element) => {
      const touch = (type: string, clientX: number) =>
        element.dispatchEvent(
          new PointerEvent(type, {
            pointerType: 'touch',
            pointerId: 7,
            isPrimary: true,
            clientX,
            clientY: 300,
            bubbles: true,
          }),
        )
      touch('pointerdown', 900)
      touch('pointermove', 700)
      touch('pointermove', 500)
      touch('pointerup', 500)
    })
    await at(page, 2)
  })

  it('B blackens the screen and W whitens it; moving on brings it back', async () => {
    await goTo(1)
    await press('b')
    await expectOn(page.locator('[data-cover="black"]')).toBeVisible()
    await expectOn(page.getByText('已黑屏。按 B 或翻页恢复。')).toBeAttached()
    await press('w')
    await expectOn(page.locator('[data-cover="white"]')).toBeVisible()
    await press('PageDown')
    await expectOn(page.locator('[data-cover]')).toHaveCount(0)
    await at(page, 1)
  })

  it('the overview finds slides by their titles and goes to one by the keyboard', async () => {
    await press('Escape')
    const overview = page.getByRole('region', { name: '总览' })
    await expectOn(overview.getByRole('button', { name: /^2 / })).toBeFocused()
    expect(await axeViolations(page)).toEqual([])
    await press('ArrowRight', 'ArrowRight', 'ArrowLeft')
    await expectOn(overview.getByRole('button', { name: /^3 / })).toBeFocused()
    await overview.getByLabel('按标题找').fill('带回去')
    await expectOn(overview.getByRole('listitem')).not.toHaveCount(deck.slides.length)
    await press('ArrowDown', 'Enter')
    await at(
      page,
      placeOf(({ title }) => title.includes('带回去')),
    )
    await expectOn(overview).toBeHidden()
  })

  it('Z looks closer at what the mouse is on, and another slide is seen whole', async () => {
    await goTo(1)
    await page.mouse.move(400, 300)
    const scale = () => here().evaluate((section) => section.getBoundingClientRect().width)
    const whole = await scale()
    await press('z')
    await expect.poll(scale, patient).toBeGreaterThan(whole * 1.5)
    await press('ArrowRight')
    await expect.poll(scale, patient).toBe(whole)
    await page.mouse.wheel(0, -300)
    await expect.poll(scale, patient).toBeGreaterThan(whole)
    await press('Escape')
    await expect.poll(scale, patient).toBe(whole)
  })

  it('controls for beginners come with the mouse, go with it, and are reached by Tab', async () => {
    const bar = page.getByRole('toolbar', { name: '放映控制' })
    for (const name of ['上一页', '下一页', '总览', '黑屏', '演讲者窗口', '全屏', '结束']) {
      await expectOn(bar.getByRole('button', { name, exact: true })).toBeVisible()
    }
    await goTo(0)
    await bar.getByRole('button', { name: '下一页' }).click()
    await at(page, 1)
    await expectOn(bar).toHaveCSS('opacity', '0', { timeout: 10_000 })
    await press('Tab')
    await expectOn(bar).toHaveCSS('opacity', '1')
    await press('?')
    await expectOn(page.getByRole('dialog', { name: '放映时的按键' })).toBeVisible()
    await press('Escape')
    await expectOn(page.getByRole('dialog', { name: '放映时的按键' })).toBeHidden()
    await at(page, 1)
  })

  it('a reload comes back to the same slide; an address can begin at one', async () => {
    await goTo(4)
    await page.reload()
    await at(page, 4)
    await go(`/present/${meeting.id}?slide=${deck.slides[2]?.id}`)
    await at(page, 2)
    await expectOn(page).toHaveURL(new URL(`/present/${meeting.id}`, service.address).href)
  })

  describe('the speaker’s window', () => {
    let speaker: Page
    it('is asked for with S, and says where notes are seen with one display', async () => {
      await goTo(1)
      await press('s')
      const choice = page.getByRole('dialog', { name: '讲稿放在哪里看？' })
      await choice.getByRole('button', { name: '放在幻灯片下面' }).click()
      await expectOn(page.getByRole('region', { name: '讲稿' })).toBeVisible()
      await press('n')
      await expectOn(page.getByRole('region', { name: '讲稿' })).toBeHidden()
      await press('s')
      const [opened] = await Promise.all([
        window.context.waitForEvent('page'),
        choice.getByRole('button', { name: '另开一个窗口' }).click(),
      ])
      speaker = opened
      await at(speaker, 1)
    })

    it('shows the slide, what comes next, the notes and the time', async () => {
      const kai = placeOf(({ notes }) => notes.some((note) => note.includes('先停一停')))
      await goTo(kai)
      await at(speaker, kai)
      await expectOn(speaker.getByRole('region', { name: '讲稿' })).toContainText('再请一位说。')
      await expectOn(speaker.getByRole('region', { name: '下一页' }).getByRole('heading')).toHaveText(
        deck.slides[kai + 1]?.title ?? '',
      )
      await expectOn(speaker.getByText(/这一环节还有 \d+ 分钟/)).toBeVisible()
      expect(await axeViolations(speaker)).toEqual([])
    })

    it('leads the hall: turns, covers, points and jumps', async () => {
      await speaker.bringToFront()
      await speaker.keyboard.press('ArrowRight')
      await speaker.keyboard.press('b')
      await expectOn(page.locator('[data-cover="black"]')).toBeVisible()
      await speaker.getByRole('button', { name: '恢复' }).click()
      await expectOn(page.locator('[data-cover]')).toHaveCount(0)
      await speaker.getByRole('navigation', { name: '所有页' }).getByRole('button').nth(2).click()
      await at(page, 2)
      await speaker.getByRole('button', { name: '激光笔' }).click()
      const slide = speaker.locator('[data-pointing]')
      await slide.hover()
      await expectOn(page.locator('[data-dot]')).toBeAttached()
      await speaker.getByRole('button', { name: '激光笔' }).click()
    })

    it('the clock is paused and begins anew, and larger notes stay larger', async () => {
      await speaker.getByRole('button', { name: '暂停计时' }).click()
      await expectOn(speaker.getByRole('button', { name: '继续计时' })).toBeVisible()
      await speaker.getByRole('button', { name: '重新计时' }).click()
      await expectOn(speaker.getByText('00:00')).toBeVisible()
      await speaker.getByRole('button', { name: '字大一些' }).click()
      await speaker.reload()
      await at(speaker, 2)
      await expectOn(speaker.locator('[style*="font-size: 1.75rem"]')).toBeVisible()
    })

    it('finds the slides again after they were closed, and the slides their place', async () => {
      await page.goto('about:blank')
      await expectOn(speaker.getByText('放映的窗口没有开着。')).toBeVisible()
      await speaker.keyboard.press('End')
      await go(`/present/${meeting.id}`)
      await at(page, deck.slides.length - 1)
      await expectOn(speaker.getByText('放映的窗口没有开着。')).toBeHidden()
    })

    it('does not hear another meeting', async () => {
      const beside = await window.context.newPage()
      await beside.goto(await service.ticketUrl())
      await beside.locator('#main').waitFor()
      await beside.goto(new URL(`/present/${other.id}`, service.address).href)
      await at(beside, 0)
      await beside.keyboard.press('ArrowRight')
      await at(beside, 1)
      await at(speaker, deck.slides.length - 1)
      await beside.close()
    })

    it('ends with the presentation', async () => {
      await page.mouse.move(20, 20)
      await Promise.all([
        speaker.waitForEvent('close'),
        page.getByRole('toolbar').getByRole('button', { name: '结束' }).click(),
      ])
      await expectOn(page.getByRole('toolbar')).toBeHidden()
      await go(`/present/${meeting.id}?preview=1`)
      await at(page, 0)
      await press('ArrowRight')
      await at(page, 1)
      expect(
        await page.evaluate(() => Object.keys(sessionStorage).filter((key) => /presenting\.(?!note)/.test(key))),
      ).toEqual([])
      await go(`/present/${meeting.id}`)
      await at(page, 0)
    })
  })

  describe('with two displays', () => {
    /** A page whose browser or shell knows of a second display. */
    const withTwo = async (shell: boolean) => {
      const two = await window.context.newPage()
      await two.addInitScript((inShell) => {
        Object.defineProperty(screen, 'isExtended', { value: true, configurable: true })
        if (!inShell) Object.assign(globalThis, { getScreenDetails: () => Promise.reject(new Error('refused')) })
        const heard: ((count: number) => void)[] = []
        const nothing = () => () => undefined
        const bridge = {
          platform: 'linux',
          onMenu: nothing,
          onOpenLink: nothing,
          onDisplays: (listener: (count: number) => void) => {
            heard.push(listener)
            return () => undefined
          },
          showOnOtherDisplay: async () => true,
        }
        const plug = (count: number) => {
          for (const listener of heard) listener(count)
        }
        if (inShell) Object.assign(globalThis, { xinhuo: bridge, plug })
      }, shell)
      await two.goto(await service.ticketUrl())
      // The ticket is taken by then: who goes on sooner has none.
      await two.locator('#main').waitFor()
      await two.goto(new URL(`/present/${other.id}?slide=3`, service.address).href)
      await at(two, 2)
      return two
    }

    it('in the desktop shell the slides go to the other one, and this window is the speaker’s', async () => {
      const two = await withTwo(true)
      const [slides] = await Promise.all([window.context.waitForEvent('page'), two.keyboard.press('s')])
      await at(slides, 2)
      await expectOn(two).toHaveURL(/\/speaker$/)
      await at(two, 2)
      await two.keyboard.press('ArrowRight')
      await at(slides, 3)
      await two.evaluate(() => (globalThis as unknown as { plug: (count: number) => void }).plug(1))
      await expectOn(two.getByText('放映还停在原来的地方')).toBeVisible()
      await two.evaluate(() => (globalThis as unknown as { plug: (count: number) => void }).plug(2))
      await two.getByRole('button', { name: '把幻灯片放过去' }).click()
      await expectOn(two.getByText('又接上了一块屏幕。')).toBeHidden()
      await Promise.all([slides.waitForEvent('close'), two.getByRole('button', { name: '结束' }).click()])
      await two.close()
    })

    it('in a browser that may not use the other one, the speaker’s window opens all the same', async () => {
      const two = await withTwo(false)
      const [opened] = await Promise.all([window.context.waitForEvent('page'), two.keyboard.press('s')])
      await at(opened, 2)
      await opened.close()
      await two.close()
      await page.bringToFront()
    })
  })

  it('a display that goes is told calmly, and one that is back is offered', async () => {
    const plug = (more: boolean) =>
      page.evaluate((extended) => {
        Object.defineProperty(screen, 'isExtended', { value: extended, configurable: true })
        ;(screen as unknown as EventTarget).dispatchEvent(new Event('change'))
      }, more)
    await goTo(2)
    await plug(true)
    await plug(false)
    await expectOn(page.getByText('放映还停在原来的地方')).toBeVisible()
    await at(page, 2)
    await plug(true)
    await expectOn(page.getByRole('button', { name: '把幻灯片放过去' })).toBeVisible()
    await page.getByRole('button', { name: '关闭' }).click()
    await plug(false)
    await page.getByRole('button', { name: '关闭' }).click()
  })

  it('an outline changed elsewhere is offered, not forced', async () => {
    const { record, recordSha256 } = await askOverPipe<MaterialView>(
      service.pipe,
      'GET',
      `/api/materials/${meeting.id}`,
    )
    const changed = { ...presentedMeeting, title: '窗口培训（改）' }
    expect(record.type).toBe('meeting')
    await askOverPipe(service.pipe, 'PUT', `/api/materials/${meeting.id}`, { record: changed, read: recordSha256 })
    await goTo(0)
    await page.evaluate(() => globalThis.dispatchEvent(new Event('visibilitychange')))
    await expectOn(page.getByText('提纲在别处有改动。正在放的没有变。')).toBeVisible()
    await expectOn(here().getByRole('heading', { level: 1 })).toHaveText('窗口培训 😀')
    await page.getByRole('button', { name: '换成新的' }).click()
    await expectOn(here().getByRole('heading', { level: 1 })).toHaveText('窗口培训（改）')
  })

  describe('a scene', () => {
    it('is played over its slide, with what comes of a choice and the clause behind it', async () => {
      const scene = placeOf(({ plays }) => plays !== undefined)
      await goTo(scene)
      await page.mouse.move(10, 10)
      await page.getByRole('button', { name: '演一演' }).click()
      const play = page.getByRole('dialog', { name: '演练：材料没带齐的老人' })
      await expectOn(play.getByRole('heading', { name: '情景' })).toBeVisible()
      await expectOn(play).not.toContainText('户口本在儿子家')
      expect(await axeViolations(page)).toEqual([])
      await press('Enter')
      await expectOn(play.getByText('都在这里了。')).toBeVisible()
      await press('1')
      await expectOn(play.getByText('第二天托人送来了。')).toBeVisible()
      await expectOn(play.getByText('《行政许可法》第三十二条')).toBeVisible()
      expect(await axeViolations(page)).toEqual([])
    })

    it('is taken back to try another way, and ends with the way walked and what really happened', async () => {
      const play = page.getByRole('dialog', { name: '演练：材料没带齐的老人' })
      await play.getByRole('button', { name: '换一种做法' }).click()
      await play.getByRole('button', { name: /让他明天再来/ }).click()
      await expectOn(play.getByText('他再没来过。')).toBeVisible()
      await press('PageDown')
      await expectOn(play.getByRole('heading', { name: '演完了' })).toBeVisible()
      await expectOn(play.getByText('窗口后来把要的材料印成了单子。')).toBeVisible()
      await expectOn(play.getByRole('listitem').filter({ hasText: '先收下' })).toBeVisible()
      expect(await axeViolations(page)).toEqual([])
      await press('Escape')
      await expectOn(play).toBeHidden()
      await at(
        page,
        placeOf(({ plays }) => plays !== undefined),
      )
    })

    it('is played from its own address, and nothing of it is kept', async () => {
      await go(`/drills/x/play?meeting=${meeting.id}&part=yan`)
      await expectOn(page.getByRole('dialog', { name: '演练：材料没带齐的老人' })).toBeVisible()
      await press('Enter', 'b', 'Enter')
      await expectOn(page.getByRole('heading', { name: '演完了' })).toBeVisible()
      expect(
        await page.evaluate(() => Object.keys(localStorage).filter((key) => /play|drill|present/.test(key))),
      ).toEqual([])
      await go(`/drills/x/play?meeting=${meeting.id}&part=weg`)
      await expectOn(page.getByText('这里没有可以演的内容')).toBeVisible()
    })
  })

  it('pressed at the desk it fills the screen, and ending it gives back the desk', async () => {
    await go(`/meetings/${meeting.id}`)
    await page.locator(`a[href="/present/${meeting.id}"]`).first().click()
    await expectOn(page.locator('[data-place]')).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null), patient).toBe(true)
    await press('Escape')
    await expectOn(page.getByRole('region', { name: '总览' })).toBeVisible()
    await press('Escape')
    await page.mouse.move(30, 30)
    await page.getByRole('toolbar').getByRole('button', { name: '结束' }).click()
    await expectOn(page).toHaveURL(new RegExp(`/meetings/${meeting.id}`))
    expect(await page.evaluate(() => document.fullscreenElement)).toBeNull()
  })

  it('a picture that does not come is told in words, and its slide goes on', async () => {
    const id = 'huiyi-chuangkou-chuji-peixun'
    const { slides } = await askOverPipe<Deck>(service.pipe, 'GET', `/api/materials/${id}/deck`)
    const place = slides.findIndex(({ blocks }) => blocks.some(({ type }) => type === 'picture'))
    await page.route('**/pictures/**', (route) => route.abort())
    await go(`/present/${id}?slide=${place + 1}`)
    await at(page, place)
    await expectOn(here().getByText('这张图没能显示')).toBeVisible({ timeout: 15_000 })
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.reload()
    await expectOn(here().getByRole('img').first()).toBeVisible()
    expect(await axeViolations(page)).toEqual([])
  })

  it('role cards are made where a drill is played', async () => {
    await go('/drills/yanlian-zhaijidi-bianjie/play')
    await expectOn(page.getByRole('heading', { name: '情景' })).toBeVisible()
    const [cards] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '打印角色卡' }).click(),
    ])
    expect(cards.suggestedFilename()).toMatch(/角色\.docx$/)
    await page
      .getByRole('button', { name: /^我来演/ })
      .first()
      .click()
    await page.getByRole('button', { name: '开始' }).click()
    await expectOn(page.locator('[data-mine]').first()).toBeVisible()
  })

  it('a meeting that is not there says so and leads back', async () => {
    await go('/present/weg')
    await expectOn(page.getByRole('alert')).toBeVisible()
    await page.getByRole('button', { name: '结束' }).click()
    await expectOn(page.getByRole('button', { name: '结束' })).toBeHidden()
  })

  it('slides that are shown go on without the service', async () => {
    await go(`/present/${meeting.id}`)
    await expectOn(page.locator('[data-place]')).toBeVisible()
    await press('Home')
    await at(page, 0)
    expect(window.complaints.filter((complaint) => !/404|Failed to load/.test(complaint))).toEqual([])
    await service.stop()
    await page.evaluate(() => globalThis.dispatchEvent(new Event('visibilitychange')))
    await press('End')
    await at(page, deck.slides.length - 1)
    await press('Escape')
    await expectOn(page.getByRole('region', { name: '总览' })).toBeVisible()
    await press('Escape')
    await press('Home')
    await expectOn(here().getByRole('heading', { level: 1 })).toHaveText('窗口培训（改）')
  })
})
