import type { PublicStory } from '../../stories/story.schema.ts'
import { chineseDate } from './chinese-dates.ts'
import { type Html, html } from './html.ts'
import type { SiteFacts, SiteImage } from './site-facts.ts'

type Medium = PublicStory['media'][number]

/** What is said under a picture: its caption, and who took it where and when. */
function captionOf(medium: Medium | undefined): Html | undefined {
  if (!medium) return undefined
  const credit = [medium.place, medium.takenOn && chineseDate(medium.takenOn), medium.author && `${medium.author} 摄`]
    .filter(Boolean)
    .join('，')
  if (!medium.caption && credit === '') return undefined
  return html`<figcaption>${medium.caption}${credit === '' ? '' : html` <small>${credit}</small>`}</figcaption>`
}

/** A picture with its words; nothing where it could not be made. */
export function figure(
  { pictures }: Pick<SiteFacts, 'pictures'>,
  root: string,
  shown: { readonly sha256: string; readonly alt?: string | undefined; readonly medium?: Medium | undefined },
  options: { readonly eager?: boolean; readonly className?: string } = {},
): Html | undefined {
  const picture = pictures.get(shown.sha256)
  if (!picture) return undefined
  const alternative = shown.medium?.alternative || shown.alt || ''
  const upright = picture.large.height > picture.large.width ? ' upright' : ''
  return html`<figure class="${options.className ?? 'picture'}${upright}">${image(root, picture.large, alternative, options.eager)}${captionOf(shown.medium)}</figure>\n`
}

/** A picture without words. Its size is said, so that nothing moves when it arrives. */
export function image(root: string, { path, width, height }: SiteImage, alternative: string, eager = false): Html {
  return html`<img src="${root}${path}" width="${width}" height="${height}" alt="${alternative}"${eager ? '' : html` loading="lazy"`} decoding="async">`
}

/** A film or a recording, or a word that it was left out. */
export function film(
  { films }: Pick<SiteFacts, 'films'>,
  root: string,
  sha256: string,
  medium: Medium | undefined,
): Html | undefined {
  const one = films.get(sha256)
  if (!one) return undefined
  const name = medium?.caption || (one.attachment.mediaType.startsWith('audio/') ? '录音' : '视频')
  const megabytes = Math.max(1, Math.round(one.attachment.size / 1024 ** 2))
  if (one.path === undefined) {
    const why = one.tooLarge ? `约 ${megabytes} MB，没有放进这里` : '没有放进这里'
    return html`<p class="left-out">${name}：${why}，可向发布单位索取。</p>\n`
  }
  const isSound = one.attachment.mediaType.startsWith('audio/')
  const player = isSound
    ? html`<audio controls preload="none" src="${root}${one.path}" aria-label="${name}"></audio>`
    : html`<video controls preload="none" src="${root}${one.path}" aria-label="${name}"></video>`
  return html`<figure class="film">${player}<figcaption>${name} <small><a href="${root}${one.path}" download>下载（约 ${megabytes} MB）</a></small></figcaption></figure>\n`
}
