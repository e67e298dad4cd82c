import { setTimeout as wait } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/**
 * The rules of axe that the page breaks, each with the elements that break it; empty when it breaks none.
 *
 * Colours on their way from one state to the next are no colours to judge, and a control may change its state
 * after the page has arrived: a fault counts when it is still there a moment later.
 * @param within a selector, where the rest of the page was judged before
 */
export async function axeViolations(page: Page, within?: string): Promise<readonly string[]> {
  let broken: readonly string[] = []
  for (const pause of [0, 300, 1_000]) {
    await wait(pause)
    await animationsEnded(page)
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
    broken = violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`)
    if (broken.length === 0) break
  }
  return broken
}

function animationsEnded(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
      .map((animation) => animation.finished)
    // One that was stopped half-way never ends.
    return Promise.race([Promise.allSettled(ending), new Promise((resolve) => setTimeout(resolve, 1_000))])
  })
}
