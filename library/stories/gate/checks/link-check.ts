import { findItemContent, ItemNotFoundError } from '../../../items/item-queries.ts'
import { splitPassages } from '../../../items/passages.ts'
import type { LibraryAccess } from '../../../store/library-access.ts'
import type { ShownPolicy, StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'
import { printedTexts } from '../printed-texts.ts'

/** Provisions that are not in the library any more, or do not hold; words about pictures that are not there. */
export async function checkLinks(library: LibraryAccess, record: StoryRecord): Promise<Found[]> {
  const policies: Found[] = []
  for (const [at, policy] of record.policies.entries()) {
    const fault = await policyFault(library, policy)
    if (!fault) continue
    const name = `《${policy.title}》${policy.provision ?? ''}`
    policies.push({
      code: 'link',
      severity: fault.severity,
      place: { field: `policies/${at}`, quote: name },
      says: `${name}${fault.says}`,
      todo: fault.todo,
      ...(fault.severity === 'must' && { repair: { type: 'remove', says: '去掉这条链接' } }),
      about: [policy.title, policy.provision ?? '', policy.itemId ?? '', policy.anchor ?? '', fault.says],
    })
  }
  return [...policies, ...missingPictures(record)]
}

type Fault = Pick<Found, 'severity' | 'says' | 'todo'>

async function policyFault({ db, clock }: LibraryAccess, policy: ShownPolicy): Promise<Fault | undefined> {
  if (policy.itemId === undefined) {
    return { severity: 'should', says: '没有连到资料库里的条文。', todo: '请在资料库里选出这一条，读者才点得开。' }
  }
  try {
    const { entry, content } = await findItemContent(db, policy.itemId, undefined, clock())
    if (entry.validity === 'repealed' || entry.validity === 'expired') {
      return {
        severity: 'should',
        says: entry.validity === 'repealed' ? '已经废止。' : '已经失效。',
        todo: '请换成现行的条文；故事发生时还有效的，请在正文里说明。',
      }
    }
    const isThere = !policy.anchor || splitPassages(content.body).some(({ anchor }) => anchor === policy.anchor)
    if (!isThere) return { severity: 'must', says: '在现在的文本里找不到。', todo: '条文可能改过，请重新选。' }
    if (policy.revision !== undefined && policy.revision !== entry.revision) {
      return { severity: 'should', says: '后来改过。', todo: '请对照新的条文，看故事里说的还对不对。' }
    }
    return undefined
  } catch (error) {
    if (!(error instanceof ItemNotFoundError)) throw error
    const says = error.code === 'ITEM_WITHDRAWN' ? '已经撤回。' : '资料库里没有。'
    return { severity: 'must', says, todo: '请换成资料库里有的条文，或去掉这条链接。' }
  }
}

const PICTURE =
  /(?:见|如|参见|看)?(?:上|下)?图\s?(?<number>[0-9０-９]{1,2}|[一二三四五六七八九十])(?![0-9０-９\p{Script=Han}])|(?:见|如)(?:上|下)图/gu

/** 见图3 where there are two. */
function missingPictures(record: StoryRecord): Found[] {
  const pictures = record.media.filter(({ mediaType }) => mediaType.startsWith('image/')).length
  return printedTexts(record)
    .filter(({ field }) => !field.startsWith('media/') && !field.startsWith('sources/'))
    .flatMap(({ field, key, text }) =>
      [...text.matchAll(PICTURE)].flatMap((match) => {
        const number = match.groups?.number
        if ((number === undefined ? 1 : numberOf(number)) <= pictures) return []
        const place = { field, start: match.index, end: match.index + match[0].length, quote: match[0] }
        return [
          {
            code: 'link' as const,
            severity: 'should' as const,
            place,
            says: `这里说到“${match[0]}”，故事里没有这张图。`,
            todo: '请补上图片，或改掉这句话。',
            about: [key, match[0]],
          },
        ]
      }),
    )
}

const numberOf = (written: string) => {
  const at = '一二三四五六七八九十'.indexOf(written)
  return at >= 0 ? at + 1 : Number(written.normalize('NFKC'))
}
