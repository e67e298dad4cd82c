import type { Page } from 'playwright'

/**
 * The elements of the page's main part that reach beyond its right edge, each by its beginning; empty when all fits.
 * @param ignored what may: a selector of elements, with all that they hold
 */
export function beyondEdge(page: Page, ignored: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const edge = document.getElementById('main')?.getBoundingClientRect().right ?? 0
    return [...document.querySelectorAll('#main *')]
      .filter((element) => !element.closest(selector))
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .map((element) => element.outerHTML.slice(0, 120))
  }, ignored)
}
