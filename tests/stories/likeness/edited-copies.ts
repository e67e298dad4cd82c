/** Numbers that look like chance and are the same each time. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return Math.floor(((state >>> 8) / 2 ** 24) * below)
  }
}

const HAN =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经'

/** What people do to a story before they tell it as another. */
export const EDITS: Readonly<Record<string, (text: string, pick: (below: number) => number) => string>> = {
  'one character in twelve typed otherwise': (text, pick) =>
    [...text].map((one) => (pick(12) === 0 ? (HAN[pick(HAN.length)] as string) : one)).join(''),
  'names, places and numbers changed': (text) =>
    text
      .replaceAll('石坪', '清河')
      .replaceAll('高岭', '双柳')
      .replaceAll('柳湾', '东岭')
      .replace(/[老小][\p{Script=Han}]/gu, '阿明')
      .replace(/[0-9一二三四五六七八九十]+/gu, '七'),
  'paragraphs and sentences moved': (text, pick) => {
    const sentences = text.split(/(?<=[。！？\n])/u)
    return sentences
      .map((sentence) => [pick(1e6), sentence] as const)
      .toSorted(([one], [other]) => one - other)
      .map(([, sentence]) => sentence)
      .join('')
  },
  'a third left out': (text, pick) =>
    text
      .split(/(?<=[。！？\n])/u)
      .filter(() => pick(3) > 0)
      .join(''),
  'another beginning and end': (text) =>
    `近年来，我镇党委政府高度重视这项工作，多次召开会议研究部署，压实各方责任，形成了齐抓共管的局面。${text}下一步，我们将继续总结经验，完善机制，推动工作再上新台阶，让群众有更多的获得感。`,
  'other punctuation, spaces and headings': (text) =>
    text.replace(/[，。、；]/gu, ' ').replace(/\n/g, '\n\n## 小标题\n\n'),
  'all of it a little': (text, pick) =>
    [...text.replaceAll('石坪', '清河').replace(/[老小][\p{Script=Han}]/gu, '阿明')]
      .map((one) => (pick(20) === 0 ? (HAN[pick(HAN.length)] as string) : one))
      .join('')
      .split(/(?<=[。\n])/u)
      .toReversed()
      .join(''),
}
