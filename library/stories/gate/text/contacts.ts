import type { TextFinding } from '../text-finding.ts'

const MAIL =
  /[A-Za-z0-9._%+\-－]{1,64}\s?[@＠]\s?[A-Za-z0-9-]{1,63}(?:\s?[.．。]\s?[A-Za-z]{2,12}){1,3}(?![A-Za-z0-9])/gu
const WECHAT =
  /(?:微\s?信|薇信|威信|v信|vx|wx|weixin|wechat)(?:\s?(?:账号|号码|号|名|id|搜索?|加))?\s?(?:(?:[：:是为=]|叫|，|,|\s)\s?|(?=[A-Za-z][A-Za-z]*[0-9_-]))(?<name>[A-Za-z][A-Za-z0-9_-]{5,19}|1[3-9]\d{9})(?![A-Za-z0-9_-])/giu
const WECHAT_ID = /(?<![A-Za-z0-9_])(?<name>wxid_[a-z0-9]{8,})/giu
const QQ = /(?:qq|扣扣|企鹅)\s?(?<group>群)?\s?(?:号码|号)?\s?(?:[：:是为=]|\s)?\s?(?<name>[1-9]\d{4,10})(?!\d)/giu
const OTHER_PAPERS =
  /(?:护照|港澳通行证|台胞证|军官证|士兵证|驾驶证|驾照|通行证)(?:号码?|编号)?\s?[：:是为]?\s?(?<name>[A-Za-z]{0,2}\d{7,12})(?![A-Za-z0-9])/gu

/** Ways to reach or tell a person other than by phone: mail, WeChat, QQ, passports. */
export function contacts(text: string): TextFinding[] {
  return [
    ...[...text.matchAll(MAIL)].map((match) => {
      const isOffice = /gov\.cn$|org\.cn$/i.test(match[0].replace(/\s/g, ''))
      return finding(match.index, match[0], '邮箱', isOffice ? 'should' : 'must', maskMail(match[0]))
    }),
    ...[WECHAT, WECHAT_ID].flatMap((pattern) =>
      named(text, pattern)
        // 微信公众号 and the like never come here: their words differ. WeChat Pay's Latin name does.
        .filter(({ name }) => !/^(?:wechat|weixin|android|iphone|windows|xiaochengxu)/i.test(name))
        .map(({ start, name }) => finding(start, name, '微信号', 'must', `${name.slice(0, 2)}****`)),
    ),
    ...named(text, QQ).map(({ start, name, group }) =>
      finding(start, name, group ? 'QQ群号' : 'QQ号', group ? 'should' : 'must', `${name.slice(0, 2)}****`),
    ),
    ...named(text, OTHER_PAPERS).map(({ start, name }) =>
      finding(start, name, '证件号', 'must', `${name.slice(0, 2)}****${name.slice(-2)}`),
    ),
  ]
}

function named(text: string, pattern: RegExp): { start: number; name: string; group: boolean }[] {
  return [...text.matchAll(pattern)].map((match) => {
    const name = match.groups?.name ?? ''
    return { start: match.index + match[0].lastIndexOf(name), name, group: match.groups?.group !== undefined }
  })
}

const maskMail = (mail: string) => `${mail.slice(0, 1)}***${mail.slice(mail.search(/[@＠]/))}`

const finding = (
  start: number,
  quote: string,
  what: string,
  severity: TextFinding['severity'],
  replacement: string,
): TextFinding => ({
  code: 'other-contact',
  severity,
  start,
  end: start + quote.length,
  quote,
  says: `这里有一个${what}。`,
  todo: severity === 'must' ? '请遮盖或删去。' : '单位公开的可以保留；是某个人的请遮盖。',
  repair: { type: 'mask', replacement, says: '遮盖' },
})
