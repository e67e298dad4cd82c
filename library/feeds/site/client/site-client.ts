// The script of every page of a site. Everything but the search works without it.
import type { SearchReceiver } from '../search/search-format.ts'
import { markBelow } from './mark-words.ts'
import { startSearchPage } from './search-page.ts'
import { startTypeSize } from './type-size.ts'

declare global {
  interface Window {
    /** What the files of the search call when they are loaded. */
    xinhuoSearch: SearchReceiver
  }
}

window.xinhuoSearch = {
  shelf: (shelf) => startSearchPage(shelf, window.xinhuoSearch),
  sounds: () => {},
  shard: () => {},
}

startTypeSize()

// Somebody who comes from a search sees what they looked for.
const asked = new URLSearchParams(location.search).get('q')
const story = document.querySelector('article.story')
if (asked && story) {
  const first = markBelow(story, asked.split(/\s+/).slice(0, 8))
  first?.scrollIntoView({ block: 'center' })
}
