import type { SearchReceiver, SearchShelf } from '../search/search-format.ts'
import { markedText } from './mark-words.ts'
import { type FoundStories, openSearch, type SiteSearch } from './site-search.ts'

const SHOWN = 30

/** Makes the search page answer: what the address asks for, and what is typed. */
export function startSearchPage(shelf: SearchShelf, receiver: SearchReceiver): void {
  const input = document.querySelector<HTMLInputElement>('#query')
  const told = document.querySelector<HTMLElement>('#told')
  const list = document.querySelector<HTMLElement>('#found')
  if (!input || !told || !list) return
  const search = openSearch(shelf, receiver, '')
  let latest = 0
  const answer = async (shown = SHOWN) => {
    const turn = ++latest
    const query = input.value.trim()
    if (query === '') {
      told.textContent = ''
      list.replaceChildren()
      return
    }
    const began = performance.now()
    try {
      const found = await search.find(query)
      if (turn !== latest) return
      told.dataset.took = (performance.now() - began).toFixed(1)
      tell(told, query, found)
      list.replaceChildren(...found.stories.slice(0, shown).map(({ number }) => line(search, number, found.words)))
      if (found.stories.length > shown) list.append(more(() => void answer(shown + SHOWN)))
    } catch {
      told.textContent = '搜索用的文件读不到，可能没有随专栏一起拷来。可以从主题、岗位、地方里找。'
    }
  }
  input.value = new URLSearchParams(location.search).get('q') ?? ''
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) void answer()
  })
  input.addEventListener('compositionend', () => void answer())
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    void answer()
  })
  // A file that is missing is told when it is asked for.
  answer()
    .then(() => search.readAhead())
    .catch(() => {})
}

function tell(told: HTMLElement, query: string, { stories, sounded, all }: FoundStories): void {
  const by = sounded.length > 0 ? `按拼音找的是：${sounded.slice(0, 6).join('、')}。` : ''
  if (stories.length === 0) told.textContent = `没有找到“${query}”。可以换个说法，或少写几个字。`
  else if (all) told.textContent = `找到 ${stories.length} 个故事。${by}`
  else told.textContent = `没有故事同时讲到这些，下面的讲到一部分。${by}`
}

function line({ shelf }: SiteSearch, number: number, words: readonly string[]): HTMLLIElement {
  const item = document.createElement('li')
  const story = shelf.stories[number]
  if (!story) return item
  const link = document.createElement('a')
  link.href = `${story.path}?q=${encodeURIComponent(words.slice(0, 6).join(' '))}`
  link.append(markedText(story.title, words))
  const summary = document.createElement('p')
  summary.append(markedText(story.summary, words))
  const small = document.createElement('small')
  small.append(markedText(story.line, words))
  item.append(link, summary, small)
  // Why it was found, where nothing shown says so.
  if (!item.querySelector('mark')) small.append(' · 正文里讲到')
  return item
}

function more(show: () => void): HTMLLIElement {
  const item = document.createElement('li')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = '再看一些'
  button.addEventListener('click', show)
  item.append(button)
  return item
}
