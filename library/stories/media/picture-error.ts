import { AppError } from '../../errors/app-error.ts'

/** A picture that cannot be shown or copied. The original stays as it came. */
export class PictureError extends AppError<
  'PICTURE_MISSING' | 'PICTURE_BROKEN' | 'PICTURE_TOO_LARGE' | 'PICTURE_UNSUPPORTED' | 'PICTURES_UNAVAILABLE'
> {}

const TEXTS = {
  PICTURE_MISSING: {
    what: '找不到这张图片的文件。',
    why: '文件可能已损坏，或没有随资料一起拷来。',
    todo: '文字都在。请重新添加这张图片，或把它去掉。',
  },
  PICTURE_BROKEN: {
    what: '这张图片打不开。',
    why: '文件不完整，或不是图片。',
    todo: '文字都在。请从手机或相机重新拷一份，再添加。',
  },
  PICTURE_TOO_LARGE: {
    what: '这张图片太大了。',
    why: '像素太多，处理它会占满这台机器的内存。',
    todo: '请先缩小到 6000 万像素以内（照片 JPG 到 3 亿，AVIF 到 2000 万），再添加。',
  },
  PICTURE_UNSUPPORTED: {
    what: '薪火不认识这种图片。',
    why: '能用的是 JPG、PNG、WebP、GIF、TIFF 和 AVIF。',
    todo: '请另存为 JPG 再添加。',
  },
  PICTURES_UNAVAILABLE: {
    what: '这台机器上处理图片的部分不能用。',
    why: '它的文件缺失，或处理器和系统太旧。',
    todo: '文字和原来的图片都在。请重新安装薪火，或在另一台机器上处理带图片的故事。',
  },
} as const

export const pictureError = (code: keyof typeof TEXTS, cause?: unknown) =>
  new PictureError({ code, ...TEXTS[code], cause })
