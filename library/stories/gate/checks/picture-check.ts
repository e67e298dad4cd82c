import { AppError } from '../../../errors/app-error.ts'
import type { LibraryAccess } from '../../../store/library-access.ts'
import { knownMediaFacts } from '../../media/known-media-facts.ts'
import type { MediaFacts } from '../../media/read-media-facts.ts'
import type { StoryMedia, StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'

/** Pictures, sound and film: whether they are whole, what their files tell, and whether somebody looked at them. */
export async function checkPictures({ blobs }: Pick<LibraryAccess, 'blobs'>, record: StoryRecord): Promise<Found[]> {
  const found: Found[] = []
  for (const [at, media] of record.media.entries()) {
    const place = { field: `media/${at}`, quote: media.name, mediaId: media.id }
    const about = [media.id, media.sha256]
    const type = media.mediaType.split('/')[0]
    if (!(await blobs.has(media.sha256))) {
      found.push({ ...broken(media), says: `“${media.name}”的文件不在资料库里。`, place, about })
      continue
    }
    try {
      const facts = await knownMediaFacts(blobs, media)
      if (facts.animated) found.push({ ...firstFrame(media), place, about: [...about, 'frames'] })
      if (facts.hasPlace || facts.device !== undefined) found.push({ ...fileData(media, facts), place, about })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      found.push({ ...broken(media), says: `“${media.name}”打不开：${error.why ?? error.what}`, place, about })
      continue
    }
    if (media.looked !== true) {
      found.push({
        code: 'picture-look',
        severity: 'must',
        place,
        says:
          type === 'image'
            ? `还没有人看过“${media.name}”里有没有人脸、车牌、证件和号码。`
            : `还没有人从头到尾${type === 'audio' ? '听' : '看'}过“${media.name}”。`,
        todo:
          type === 'image'
            ? '请放大看一遍，要遮的地方框出来打码，再标上“看过了”。'
            : '影音不能打码：有不宜公开的人和话，请剪掉后重新添加；都可以公开，再标上“看过了”。',
        about: [...about, JSON.stringify(media.blurred ?? [])],
      })
    }
  }
  return found
}

const broken = (_: StoryMedia): Pick<Found, 'code' | 'severity' | 'todo' | 'repair'> => ({
  code: 'picture-broken',
  severity: 'must',
  todo: '请从手机或相机重新拷一份再添加，或把它从故事里去掉。',
  repair: { type: 'remove', says: '从故事里去掉' },
})

const firstFrame = ({ name }: StoryMedia): Omit<Found, 'place' | 'about'> => ({
  code: 'photo-data',
  severity: 'should',
  says: `“${name}”会动，发布出去的一份只有第一帧。`,
  todo: '第一帧能说明事情就不用处理；要让人看见动作，请改用影片。',
  repair: { type: 'strip', says: '发布时只用第一帧' },
})

function fileData(media: StoryMedia, { hasPlace, device }: MediaFacts): Omit<Found, 'place' | 'about'> {
  const tells = [hasPlace && '拍摄地点', device !== undefined && `拍摄设备（${device}）`].filter(Boolean).join('和')
  return {
    code: 'photo-data',
    severity: 'should',
    says: `“${media.name}”的文件里记着${tells}。`,
    todo: '发布出去的一份里会自动去掉，不用处理；原件留在资料库里。',
    repair: { type: 'strip', says: '发布时自动去掉' },
  }
}
