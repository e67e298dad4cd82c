import type { PublishedChannel, PublishResult, ReleasePreview } from '../updates/publishing/publishing-view.ts'
import type { Fingerprint } from '../updates/update-view.ts'
import { shellWord } from './shell-word.ts'

const typeNames = { new: '新增', changed: '修改', withdrawn: '撤回', returned: '恢复' } as const

/** A fingerprint as it is read aloud: three rows of four words. */
export const describeWords = ({ words }: Fingerprint): string[] =>
  [0, 4, 8].map((start) => words.slice(start, start + 4).join('  '))

/** A channel that is published from here, on a terminal. */
export function describeChannel(channel: PublishedChannel): string {
  const { choice, released, draft, withdrawn } = channel
  return [
    `${channel.id}　《${channel.title}》　${channel.publisher}`,
    released ? `正式版：第 ${released.version} 版，${released.items} 份` : '还没有发布过',
    ...(draft ? [`草稿版：第 ${draft.version} 版，${draft.items} 份`] : []),
    `选材：检索式 ${choice.queries.length} 条，逐份加入 ${choice.items.length} 份，不要 ${choice.excluded.length} 份`,
    ...choice.queries.map((query) => `  ${query}`),
    ...withdrawn.map(({ itemId, title, reason }) => `撤回：${itemId}　《${title}》　${reason}`),
    `密钥：${channel.keys.map(({ name, holder, file }) => `${name}（${holder}${file === undefined ? '，不在这里' : ''}）`).join('、')}`,
    ...(channel.brokenChange ? [brokenNote(channel)] : []),
    `更换密钥需要 ${channel.threshold} 位保管人签名。核对词：`,
    ...describeWords(channel.fingerprint),
  ].join('\n')
}

/** What broke off, and how it is finished. */
export const brokenNote = ({ directory, brokenChange }: PublishedChannel): string =>
  `上次更换密钥中断了，${brokenChange?.readersWait ? '读者暂时收不到新版（已装好的照常用）' : '读者不受影响'}。接着做完：xinhuo channel finish ${shellWord(directory)}`

export function describePreview(preview: ReleasePreview): string {
  const stage = preview.stage === 'draft' ? '草稿版' : '正式版'
  const changes = preview.changes.map(({ type, title, itemId }) => `  ${typeNames[type]}　${title}　${itemId}`)
  const head = `下一版是第 ${preview.nextVersion} 版（${stage}），共 ${preview.items} 份`
  if (preview.items === 0) return `${head}：还没有选任何资料。先选材：xinhuo channel choose`
  if (changes.length === 0) return `${head}，和上一版相比没有变化。`
  return [`${head}：`, ...changes, '', '拟好的更新说明：', '', preview.notes].join('\n')
}

export function describePublished(done: PublishResult): string {
  const { version, objectsWritten, bytesWritten, seconds } = done
  const counts = `新增 ${done.new} · 修改 ${done.changed} · 撤回 ${done.withdrawn}`
  const stage = done.stage === 'draft' ? '草稿' : '正式'
  if (bytesWritten === 0) return `没有变化，仍是第 ${version} 版，没有写任何文件。`
  return [
    `已发布第 ${version} 版（${stage}），共 ${done.items} 份：${counts}。`,
    `写了 ${objectsWritten} 个内容文件，${bytesWritten} 字节，${seconds.toFixed(1)} 秒：${done.repository}`,
    ...(done.archive === undefined ? [] : [`压缩包：${done.archive}`]),
    ...(done.copiedTo === undefined ? [] : [`已复制到：${done.copiedTo}`]),
  ].join('\n')
}
