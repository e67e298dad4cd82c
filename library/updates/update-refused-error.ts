import { AppError } from '../errors/app-error.ts'

export type UpdateRefusal =
  | 'SOURCE_NOT_FOUND'
  | 'SOURCE_GONE'
  | 'SOURCE_SILENT'
  | 'SOURCE_DAMAGED'
  | 'SOURCE_NOT_ALLOWED'
  | 'CHANNEL_UNKNOWN'
  | 'CHANNEL_NOT_FOUND'
  | 'FINGERPRINT_DIFFERS'
  | 'PACK_FORGED'
  | 'PACK_ROLLBACK'
  | 'PACK_EXPIRED'
  | 'PACK_DAMAGED'
  | 'PACK_NEWER'
  | 'PACK_TOO_LARGE'
  | 'OFFER_CHANGED'
  | 'VERSION_NOT_FOUND'
  | 'CONFLICT_NOT_FOUND'

/** An update that was not made. What was installed before is whole and in use. */
export class UpdateRefusedError extends AppError<UpdateRefusal> {}

const SAFE = '已安装的内容没有改动，照常可用。'

const texts: Record<UpdateRefusal, { what: string; todo: string }> = {
  SOURCE_NOT_FOUND: {
    what: '这里没有可用的内容频道。',
    todo: `${SAFE}请选择装有更新包的文件夹、U盘、zip 文件或网址。`,
  },
  SOURCE_GONE: {
    what: '没有更新：读到一半，更新包读不到了。',
    todo: `${SAFE}请检查U盘是否插好、网络是否连通，再试一次；会接着做，不用从头来。`,
  },
  SOURCE_SILENT: {
    what: '没有更新：这个地址没有回应。',
    todo: `${SAFE}请检查网络是否连通、地址有没有写错，再试一次。`,
  },
  SOURCE_DAMAGED: {
    what: '没有更新：更新包打不开。',
    todo: `${SAFE}请重新复制一份更新包再试。`,
  },
  SOURCE_NOT_ALLOWED: {
    what: '这里不能按路径读取更新包。',
    todo: '请上传更新包的 zip 文件，或在资料库所在的电脑上更新。',
  },
  CHANNEL_UNKNOWN: {
    what: '还没有信任这个频道。',
    todo: '请先核对发布单位念出的十二个词，再添加频道（xinhuo update trust）。',
  },
  CHANNEL_NOT_FOUND: { what: '没有这个频道。', todo: '它可能已经移除；请在更新页面查看现有的频道。' },
  FINGERPRINT_DIFFERS: {
    what: '没有添加频道：核对词和更新包里的不一致。',
    todo: '什么都没有改动。请向发布单位核对；不一致的更新包不要使用。',
  },
  PACK_FORGED: {
    what: '没有更新：更新包的签名不对。',
    todo: `${SAFE}它可能被改动过，或不是发布单位发出的。请从发布单位重新取得更新包。`,
  },
  PACK_ROLLBACK: {
    what: '没有更新：更新包比已安装的旧。',
    todo: `${SAFE}请向发布单位要最新的更新包。`,
  },
  PACK_EXPIRED: {
    what: '没有更新：更新包的签名已过有效期。',
    todo: `${SAFE}请检查这台电脑的日期；日期没错的话，请向发布单位要新的更新包。`,
  },
  PACK_DAMAGED: {
    what: '没有更新：更新包不完整，或有文件损坏。',
    todo: `${SAFE}请重新复制更新包后再试。`,
  },
  PACK_NEWER: {
    what: '没有更新：更新包是给新版薪火用的。',
    todo: `${SAFE}请先安装新版薪火，再更新内容。`,
  },
  PACK_TOO_LARGE: {
    what: '没有更新：更新包里有大得不正常的文件。',
    todo: `${SAFE}请从发布单位重新取得更新包。`,
  },
  OFFER_CHANGED: {
    what: '没有更新：更新包和刚才查看的不是同一个版本了。',
    todo: `${SAFE}请重新查看有哪些变化，再更新。`,
  },
  VERSION_NOT_FOUND: {
    what: '没有这个版本。',
    todo: '没有改动。请在更新页面选择列出的版本。',
  },
  CONFLICT_NOT_FOUND: {
    what: '这一份不需要选择了。',
    todo: '它可能已经随更新解决；请刷新后查看。',
  },
}

/** The refusal of that code, with its calm sentences. */
export function refuseUpdate(code: UpdateRefusal, why?: string, cause?: unknown): UpdateRefusedError {
  return new UpdateRefusedError({ code, ...texts[code], ...(why !== undefined && { why }), cause })
}
