import type { TFunction } from 'i18next'

const plain = ['title', 'summary', 'themes', 'topics', 'posts', 'places', 'groups', 'audience'] as const
const told = ['problem', 'done', 'failed', 'result', 'caution'] as const
const lists = {
  people: 'person',
  consents: 'consent',
  quotes: 'quote',
  sources: 'source',
  policies: 'policy',
  media: 'media',
} as const

/** What a place in the record is called: 做了什么, 人物 2. */
export function fieldName(t: TFunction<['storyForm', 'recordForm']>, path: string): string {
  const [head = '', place] = path.split('/')
  const one = plain.find((field) => field === head)
  if (one) return t(one)
  const section = told.find((field) => field === head)
  if (section) return t(`told.${section}`)
  if (head === 'cost') return t('sectionOf.cost')
  if (head === 'evidence') return t('evidence.how')
  if (head === 'happenedFrom' || head === 'happenedTo') return t(head)
  if (!Object.hasOwn(lists, head)) return path
  const name = t(`${lists[head as keyof typeof lists]}.one`)
  return place !== undefined && /^\d+$/.test(place)
    ? t('recordForm:entry.place', { one: name, n: Number(place) + 1 })
    : name
}
