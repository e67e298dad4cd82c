import { AppError } from '../../errors/app-error.ts'
import type { MediaRefusal } from './sniff-media.ts'

const REASONS: Readonly<Record<MediaRefusal, string>> = {
  MEDIA_HEIC:
    '这是苹果手机的 HEIC 照片，别的机器打不开。请在手机“设置—相机—格式”里选“兼容性最佳”，或另存为 JPG 再添加。',
  MEDIA_SVG: 'SVG 图里可能藏有程序，不能用在故事里。请另存为 PNG 或 JPG 再添加。',
  MEDIA_BMP: 'BMP 图片请另存为 JPG 或 PNG 再添加。',
  MEDIA_DOCUMENT: '这是文档，不是图片或影音。请附在“来源”里，或从“导入”里导入。',
  MEDIA_UNKNOWN: '认不出这是什么文件。能添加的图片有 JPG、PNG、WebP、GIF、TIFF，影音有 MP4、MOV、WebM、MP3、M4A、WAV。',
  MEDIA_EMPTY: '这是一个空文件。',
  MEDIA_BROKEN: '文件不完整，打不开。请从手机或相机重新拷一份。',
  MEDIA_TOO_LARGE: '文件太大。图片最多 200 MB、6000 万像素（照片 JPG 到 3 亿，AVIF 到 2000 万），影音最多 4 GB。',
  MEDIA_TWICE: '这个故事里已经有这个文件了。',
  MEDIA_FULL: '一个故事最多 200 个图片和影音。',
}

/** A file that a story is not told with; the others that came with it are taken. */
export class MediaRefusedError extends AppError<MediaRefusal> {}

export const refuseMedia = (code: MediaRefusal, cause?: unknown) =>
  new MediaRefusedError({ code, what: REASONS[code], cause })

export class MediaError extends AppError<'MEDIA_NOT_FOUND' | 'MEDIA_NONE' | 'MEDIA_UPLOAD_BROKEN'> {}

export const mediaNotFound = () =>
  new MediaError({
    code: 'MEDIA_NOT_FOUND',
    what: '这个故事里没有这张图片。',
    why: '它可能已经从故事里去掉了。',
    todo: '请重新载入故事。',
  })

export const noMedia = () =>
  new MediaError({ code: 'MEDIA_NONE', what: '没有收到文件。', todo: '请重新选择或拖入图片和影音。' })

export const uploadBroken = (cause: unknown) =>
  new MediaError({
    code: 'MEDIA_UPLOAD_BROKEN',
    what: '文件没有传完。',
    todo: '故事没有改动，请再试一次。',
    cause,
  })
