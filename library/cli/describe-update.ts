import type { ChannelVerification } from '../jobs/job-view.ts'
import type {
  AppliedUpdate,
  ChannelView,
  OfferedChange,
  TextConflict,
  TrustOffer,
  UpdateOffer,
} from '../updates/update-view.ts'
import { harmlessLine } from './harmless-line.ts'
import { shellWord } from './shell-word.ts'

const typeNames = { new: '新增', changed: '修改', withdrawn: '撤回', returned: '恢复' } as const
const validityNames = { 'in-force': '现行', 'not-yet': '尚未生效', repealed: '已废止', expired: '失效' } as const

export function describeTrust({ title, publisher, fingerprint, known, replaces, from }: TrustOffer): string {
  const rows = [0, 4, 8].map((start) => fingerprint.words.slice(start, start + 4).join('  '))
  const next = known
    ? '这个频道已经添加过。'
    : `请向发布单位核对这十二个词；一致的话运行：\nxinhuo update trust --from ${shellWord(from)} --fingerprint ${fingerprint.hex}`
  const warning = replaces ? ['注意：已有同一代号的频道，根密钥却不同，可能有人冒充。'] : []
  return [`《${title}》　${publisher}`, ...warning, ...rows, next].join('\n')
}

export function describeOffer(offer: UpdateOffer): string {
  if (offer.state === 'current') return `《${offer.title}》　第 ${offer.version} 版：已经是最新的。`
  const head = `《${offer.title}》　${offer.installedVersion === undefined ? '' : `第 ${offer.installedVersion} 版 → `}第 ${offer.version} 版`
  const counts = countsOf(offer.changes)
  const touched = offer.touched.map(
    (work) => `  ${work.workName}：${work.title}（${work.itemTitle}${work.anchor ?? ''}）`,
  )
  return [
    head,
    ...offer.notes.flatMap(describeNotes),
    counts,
    ...offer.changes.map(describeChange),
    ...(touched.length > 0 ? ['您的这些内容引用了有变化的地方：', ...touched] : []),
    `更新：xinhuo update apply --from ${shellWord(offer.from)}`,
  ].join('\n')
}

/** What the publisher says of a version, as written. */
function describeNotes({ version, publishedAt, notes }: UpdateOffer['notes'][number]): string[] {
  const lines = notes.split('\n').map(harmlessLine)
  return notes.trim() === '' ? [] : [`更新说明（第 ${version} 版，${publishedAt.slice(0, 10)}）：`, ...lines, '']
}

function describeChange({ type, title, itemId, validity, withdrawn }: OfferedChange): string {
  const notes = [validity && validityNames[validity], withdrawn?.reason].filter(Boolean).join('，')
  return `  ${typeNames[type]}　${title}　${itemId}${notes && `（${notes}）`}`
}

function countsOf(changes: readonly OfferedChange[]): string {
  const groups = Map.groupBy(changes, ({ type }) => type)
  return [...groups].map(([type, group]) => `${typeNames[type]} ${group.length}`).join(' · ') || '没有变化'
}

export function describeApplied(applied: AppliedUpdate): string {
  const { title, version, conflicts } = applied
  const isSame = applied.new + applied.changed + applied.withdrawn === 0
  if (isSame && version === applied.previousVersion) return `《${title}》已经是第 ${version} 版，没有变化。`
  const counts = `新增 ${applied.new} · 修改 ${applied.changed} · 撤回 ${applied.withdrawn}`
  const own = conflicts > 0 ? `\n${conflicts} 份您自己改过，保留了您的；用 xinhuo update conflicts 查看。` : ''
  return `《${title}》现在是第 ${version} 版：${counts}，${applied.seconds.toFixed(1)} 秒。${own}`
}

/** A channel in a line, and below it what one asks of it when something seems wrong. */
export const describeFollowedChannel = (channel: ChannelView) =>
  [describeInLine(channel), ...describeReceived(channel)].join('\n')

const describeInLine = (channel: ChannelView) =>
  `${channel.precedence}. ${channel.id}　《${channel.title}》　${channel.publisher}　${
    channel.version === undefined ? '还没有更新过' : `第 ${channel.version} 版，${channel.items} 份`
  }${channel.topics ? `　主题：${channel.topics.join('、')}` : ''}`

function describeReceived(channel: ChannelView): string[] {
  const { version, publishedAt, receivedFrom, signedBy, verified, nextExpectedOn } = channel
  if (version === undefined || publishedAt === undefined) return []
  const others = channel.versions.filter(({ current }) => !current).map((one) => `第 ${one.version} 版`)
  return [
    `${publishedAt.slice(0, 10)} 发布，签名 ${signedBy.join('、')}`,
    ...(receivedFrom === undefined ? [] : [`收自 ${receivedFrom}`]),
    ...(verified
      ? [`${verified.at.slice(0, 10)} 核对过，${verified.damaged === 0 ? '全部一致' : `${verified.damaged} 处不一致`}`]
      : []),
    ...(others.length > 0 ? [`还可以换到 ${others.join('、')}`] : []),
    ...(nextExpectedOn === undefined ? [] : [`预计 ${nextExpectedOn} 有下一版`]),
  ].map((line) => `   ${line}`)
}

export const describeConflict = ({ itemId, title, channelTitle, choice }: TextConflict) =>
  `${itemId}　${title}　频道《${channelTitle}》　${choice === undefined ? '未选择（现在用自己的）' : choice === 'own' ? '用自己的' : '用频道的'}`

const REST_DAMAGED = '那里没有其余的内容，或同样受损；请用 --from 指明另一处，或恢复备份。'

export function describeVerification(results: readonly ChannelVerification[]): string {
  if (results.length === 0) return '还没有添加频道。'
  return results
    .map(({ channel, items, damaged, repaired }) =>
      [
        ...(repaired ? [`${channel}：从 ${repaired.from} 取回了 ${repaired.count} 处。`] : []),
        `${channel}：${items} 份，${damaged.length === 0 ? '全部一致。' : `${damaged.length} 处不一致：`}`,
        ...damaged.map(({ title, reason }) => `  ${title}　${reason}`),
        ...(damaged.length === 0
          ? []
          : [repaired ? REST_DAMAGED : `取回受损的内容：xinhuo update verify ${channel} --repair`]),
      ].join('\n'),
    )
    .join('\n')
}
