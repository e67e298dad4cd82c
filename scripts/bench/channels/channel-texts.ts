import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createRandom } from '../seeded-random.ts'

/** Attachments lie in a hidden folder beside the texts, so that they are not taken for texts of their own. */
const ATTACHMENTS = '.fujian'
/** One text in this many has an attachment. */
const ATTACHED = 20
/** UTF-8 bytes of a text's body, at least and at most; most are short, as real policies are. */
const SMALLEST = 2_000
const LARGEST = 20_000

const places = ['溪口镇', '云岭乡', '石桥镇', '青山乡', '白水镇', '东河镇', '南坪乡', '西塘镇', '北原镇', '竹林乡']
const forms = ['管理办法', '实施细则', '工作方案', '指导意见', '实施意见', '暂行规定', '奖补办法', '工作制度']
const openers = [
  '各村应当',
  '镇人民政府应当',
  '村民委员会可以',
  '申请人应当',
  '经办人员不得',
  '驻村工作队应当',
  '各站所应当',
]
const verbs = ['负责', '如实登记', '及时公示', '逐级上报', '组织开展', '统筹推进', '严格审核', '定期检查', '妥善保管']
const ends = [
  '，并接受群众监督。',
  '，不得推诿拖延。',
  '，结果应当公开。',
  '，所需经费列入年度预算。',
  '，期限为三十日。',
  '。',
]

/** What the texts of a channel are made with. */
export interface TextMaking {
  /** Words of the domain. */
  readonly words: readonly string[]
  readonly count: number
}

/**
 * Writes the texts of a channel as files to be imported, the same for the same number: Chinese policies in numbered
 * provisions, some with attachments. Nothing is taken from any real text.
 * @param folder is made
 */
export function writeTexts(folder: string, { words, count }: TextMaking): void {
  mkdirSync(path.join(folder, ATTACHMENTS), { recursive: true })
  for (let number = 0; number < count; number++) {
    if (number % ATTACHED === 0) writeFileSync(path.join(folder, attachmentOf(number)), attachmentBytes(number))
    writeText(folder, number, words, 0)
  }
}

/**
 * Writes one text in a hundred anew, with one provision more and others changed.
 * @param turn which of the hundred, and how it is changed
 */
export function changeTexts(folder: string, { words, count }: TextMaking, turn: number): void {
  for (let number = turn; number < count; number += 100) writeText(folder, number, words, turn)
}

const attachmentOf = (number: number) => `${ATTACHMENTS}/${number}.xls`

function writeText(folder: string, number: number, words: readonly string[], turn: number): void {
  const random = createRandom(`text ${number}`)
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T
  const title = `${pick(places)}${pick(words)}${pick(words)}${pick(forms)}（第${number}号）`
  const size = SMALLEST + (LARGEST - SMALLEST) * random() ** 3
  const head = [
    'xinhuo: 1',
    'kind: policy',
    `identifier: bench-${number}`,
    `title: ${title}`,
    `issuedOn: ${turn === 0 ? `20${10 + (number % 15)}` : '2026'}-0${1 + (number % 9)}-0${1 + (turn % 9)}`,
    `effectiveFrom: ${turn === 0 ? `20${10 + (number % 15)}` : '2026'}-0${1 + (number % 9)}-1${turn % 9}`,
    `topics: [基准, ${pick(words)}]`,
    ...(number % ATTACHED === 0
      ? ['attachments:', `  - { path: ${attachmentOf(number)}, name: 附表.xls, mediaType: application/vnd.ms-excel }`]
      : []),
  ]
  const provisions: string[] = []
  for (let bytes = 0; bytes < size; ) {
    const other = turn > 0 && provisions.length % 7 === turn % 7 ? createRandom(`turn ${turn} ${number}`) : random
    const text = provision(words, other)
    provisions.push(`第${chinese(provisions.length + 1)}条 ${text}`)
    bytes += text.length * 3
  }
  writeFileSync(path.join(folder, `${number}.md`), `---\n${head.join('\n')}\n---\n${provisions.join('\n\n')}\n`)
}

function provision(words: readonly string[], random: () => number): string {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T
  const sentence = () => `${pick(openers)}${pick(verbs)}${pick(words)}、${pick(words)}和${name(random)}${pick(ends)}`
  return Array.from({ length: 1 + Math.floor(random() * 4) }, sentence).join('')
}

/** Two characters that make no word, as names do. */
const name = (random: () => number) =>
  String.fromCodePoint(0x4e00 + Math.floor(random() * 6000), 0x4e00 + Math.floor(random() * 6000))

/** A table that is packed already, 20 to 120 kB. */
function attachmentBytes(number: number): Buffer {
  const size = 20_000 + ((number * 7919) % 100_000)
  const pieces: Buffer[] = []
  for (let at = 0; at < size; at += 64) pieces.push(createHash('sha512').update(`${number} ${at}`).digest())
  return Buffer.concat(pieces).subarray(0, size)
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
function chinese(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  const upper = hundreds > 0 ? `${digits[hundreds]}百${tens === 0 && ones > 0 ? '零' : ''}` : ''
  const middle = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`
  return `${upper}${middle}${digits[ones]}`
}
