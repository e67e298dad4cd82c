import { fold } from '../search/segment.ts'

/** A text with what was looked for marked. */
export function markedText(text: string, words: readonly string[]): DocumentFragment {
  const fragment = document.createDocumentFragment()
  let from = 0
  for (const { start, end } of placesOf(text, words)) {
    const mark = document.createElement('mark')
    mark.textContent = text.slice(start, end)
    fragment.append(text.slice(from, start), mark)
    from = end
  }
  fragment.append(text.slice(from))
  return fragment
}

/** Marks words in everything that is read below an element, and returns the first mark. */
export function markBelow(element: Element, words: readonly string[]): Element | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
  for (const text of texts) if (placesOf(text.data, words).length > 0) text.replaceWith(markedText(text.data, words))
  return element.querySelector('mark') ?? undefined
}

/** Where words stand, none within another; folding that changes a text's length leaves it unmarked. */
function placesOf(text: string, words: readonly string[]): { start: number; end: number }[] {
  const folded = fold(text)
  if (folded.length !== text.length) return []
  const places: { start: number; end: number }[] = []
  for (const word of words
    .map(fold)
    .filter((one) => one !== '')
    .sort((a, b) => b.length - a.length)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const end = at + word.length
      if (!places.some((place) => at < place.end && end > place.start)) places.push({ start: at, end })
    }
  }
  return places.sort((a, b) => a.start - b.start)
}
