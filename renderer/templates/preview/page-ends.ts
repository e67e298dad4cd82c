/** Pixels that a page may be over before it is said to go on: fonts differ a little from those of a word processor. */
const SLACK = 24

/**
 * Marks where the pages of a long section end when it is printed: it is shown as one sheet. About there, for only a
 * word processor knows which line is the last.
 * @param label what stands at the beginning of the `page`th sheet
 */
export function markPageEnds(root: ShadowRoot, label: (page: number) => string): void {
  for (const section of root.querySelectorAll<HTMLElement>('section.docx')) {
    const { paddingTop, paddingBottom, minHeight } = getComputedStyle(section)
    const [top, bottom] = [Number.parseFloat(paddingTop), Number.parseFloat(paddingBottom)]
    const room = Number.parseFloat(minHeight) - top - bottom
    if (!(room > 0)) continue
    const end = section.offsetHeight - bottom - SLACK
    for (let page = 2; top + (page - 1) * room < end; page += 1) {
      const line = document.createElement('div')
      line.className = 'page-end'
      line.ariaHidden = 'true'
      line.style.top = `${top + (page - 1) * room}px`
      line.dataset.label = label(page)
      section.append(line)
    }
  }
}
