import type { StoryRecord } from './story.schema.ts'
import type { StoryView } from './story-view.ts'

type Missing = StoryView['missing'][number]

/** What a story still lacks for others to use it, in the order of the form, each in a sentence that helps to go on. */
export function missingParts(record: StoryRecord): Missing[] {
  const found: (Missing | false)[] = [
    record.title === '' && { field: 'title', says: '还没有标题：一句话说清谁做成了什么。' },
    !record.summary && { field: 'summary', says: '还没有一句话简介：让人知道值不值得往下看。' },
    record.themes.length === 0 && { field: 'themes', says: '还没有选主题：选了才好编进专栏。' },
    record.posts.length === 0 && { field: 'posts', says: '还没有选岗位：同岗位的人会先看到它。' },
    record.places.length === 0 && { field: 'places', says: '还没有写地方：哪个乡镇，哪个村。' },
    record.happenedFrom === undefined && { field: 'happenedFrom', says: '还没有写什么时候的事：写到年份也行。' },
    record.people.length === 0 && { field: 'people', says: '还没有写是谁的事：不便见报的人可以用化名。' },
    record.problem === '' && { field: 'problem', says: '还没有写什么情况：当时难在哪里。' },
    record.done === '' && { field: 'done', says: '还没有写做了什么：一步一步写，别人才学得会。' },
    Object.values(record.cost).every((one) => !one) && {
      field: 'cost',
      says: '还没有写花了多少：人手、钱、时间、要谁点头，说一样也好。',
    },
    record.failed === '' && { field: 'failed', says: '还没有写哪里没做好：走过的弯路最有用。' },
    record.result === '' && { field: 'result', says: '还没有写结果怎么样。' },
    record.evidence.how === '' &&
      record.evidence.kinds.length === 0 && {
        field: 'evidence',
        says: '还没有写结果是怎么知道的：听说的、看到的，还是有台账。',
      },
    record.caution === '' && { field: 'caution', says: '还没有写什么情况下不要照搬。' },
    ...record.people.map(
      ({ name }, at): Missing | false => name === '' && { field: `people/${at}/name`, says: '有一个人还没有写名字。' },
    ),
    ...record.media.map(
      ({ mediaType, alternative, caption, name }, at): Missing | false =>
        mediaType.startsWith('image/') &&
        !alternative &&
        !caption && { field: `media/${at}/caption`, says: `图片“${name}”还没有说明：看不见图的人要靠它。` },
    ),
    record.sources.length === 0 && { field: 'sources', says: '还没有写来源：谁说的，哪份材料里有。' },
  ]
  return found.filter((one) => one !== false)
}
