import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { type PublicStory, STORY_MEDIA_TYPE, STORY_SECTIONS } from '../../../library/stories/story.schema.ts'
import { createRandom } from '../seeded-random.ts'

/** What stories are made with. */
export interface StoryMaking {
  /** Words of the domain. */
  readonly words: readonly string[]
  readonly themes: readonly string[]
  readonly groups: readonly string[]
  readonly posts: readonly string[]
  readonly topics: readonly string[]
  readonly count: number
  /** The first so many have two pictures each. */
  readonly pictured: number
}

/** Pictures hidden from the import, which takes them as attachments only. */
const MEDIA = '.tupian'
/** Backgrounds; each picture has a mark of its own on one, so that none is taken for another. */
const SCENES = 24
const SIZE = { width: 1600, height: 1067 }
const towns = ['溪口镇', '云岭乡', '石桥镇', '青山乡', '白水镇', '东河镇', '南坪乡', '西塘镇', '北原镇', '竹林乡']
const did = [
  '挨户登记',
  '先问清楚再填表',
  '把材料列成一张单子',
  '请来会手语的人',
  '在院坝里念给大家听',
  '把三趟并成一趟',
]
const felt = ['头一回没有人空跑', '有两户没赶上', '单子漏写了一样', '用了三个周末', '后来县里也照着做', '账目对得上']

/**
 * Writes stories as files to be imported, the same for the same number. Nothing is taken from any real story.
 * @param folder is made
 */
export async function writeStories(folder: string, making: StoryMaking): Promise<void> {
  mkdirSync(path.join(folder, MEDIA), { recursive: true })
  const scenes = making.pictured > 0 ? await Promise.all(Array.from({ length: SCENES }, (_, at) => drawScene(at))) : []
  for (let number = 0; number < making.count; number++) {
    if (number < making.pictured) {
      await Promise.all([0, 1].map((at) => savePicture(folder, number, at, scenes[(number * 2 + at) % SCENES])))
    }
    writeStory(folder, number, making, 0)
  }
}

/** Writes the stories of these numbers anew, with another result and the same pictures. */
export function changeStories(folder: string, making: StoryMaking, numbers: readonly number[]): void {
  for (const number of numbers) writeStory(folder, number, making, 1)
}

export const storyId = (number: number) => `bench-gushi-${number}`

function writeStory(folder: string, number: number, making: StoryMaking, turn: number): void {
  const random = createRandom(`story ${number}`)
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T
  const sentence = () =>
    `${pick(towns)}的${name(random)}为${pick(making.words)}和${pick(making.words)}${pick(did)}，${pick(felt)}。`
  const paragraph = () => Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join('')
  const pictures = number < making.pictured ? [0, 1].map((at) => pictureOf(folder, number, at)) : []
  const place = pick(towns)
  const month = `20${20 + (number % 7)}-${String(1 + (number % 12)).padStart(2, '0')}`
  const title = `${place}${pick(making.words)}：${name(random)}${pick(did)}`
  const story: PublicStory = {
    format: 1,
    themes: [pick(making.themes)],
    groups: [pick(making.groups)],
    audience: [],
    happenedFrom: month,
    people: [{ name: `${name(random)}某`, part: 'hero', post: pick(making.posts) }],
    evidence: number % 4,
    policies: [],
    quotes: [{ text: sentence(), by: '一位村民' }],
    media: pictures.map(({ sha256 }, at) => ({ sha256, mediaType: 'image/jpeg', ...SIZE, caption: `现场之${at + 1}` })),
    sources: { total: 1, verified: 1 },
    publishedOn: `${month}-15`,
  }
  const facts = `${MEDIA}/${number}.story.json`
  writeFileSync(path.join(folder, facts), JSON.stringify(story))
  const head = [
    'xinhuo: 1',
    'kind: story',
    `identifier: ${storyId(number)}`,
    `title: ${title}`,
    `topics: [${pick(making.topics)}]`,
    `posts: [${pick(making.posts)}]`,
    `places: [${place}]`,
    `description: ${sentence()}`,
    'attachments:',
    `  - { path: ${facts}, name: 故事.json, mediaType: ${STORY_MEDIA_TYPE} }`,
    ...pictures.map(({ file }, at) => `  - { path: ${file}, name: 图${at + 1}.jpg, mediaType: image/jpeg }`),
  ]
  const sections = STORY_SECTIONS.map(({ field, heading }, at) => {
    const shown = pictures[at]
    const result = field === 'result' && turn > 0 ? `\n\n后来又回访了第${turn}次。` : ''
    return `## ${heading}\n\n${paragraph()}${result}${shown ? `\n\n![现场](sha256:${shown.sha256})` : ''}`
  })
  writeFileSync(path.join(folder, `${number}.md`), `---\n${head.join('\n')}\n---\n${sections.join('\n\n')}\n`)
}

/** The pixels of a picture with the grain of a photograph. */
async function drawScene(seed: number): Promise<Buffer> {
  const hue = (seed * 360) / SCENES
  const sky = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">
    <rect width="100%" height="60%" fill="hsl(${hue},40%,75%)"/><rect y="60%" width="100%" height="40%" fill="hsl(${hue + 90},30%,45%)"/>
    <circle cx="${200 + seed * 50}" cy="300" r="90" fill="hsl(${hue + 180},60%,60%)"/></svg>`
  const grain = await sharp({
    create: { ...SIZE, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 18 } },
  })
    .png()
    .toBuffer()
  return sharp(Buffer.from(sky))
    .composite([{ input: grain, blend: 'soft-light' }])
    .removeAlpha()
    .raw()
    .toBuffer()
}

const pictureFile = (number: number, at: number) => `${MEDIA}/${number}-${at}.jpg`

/** Draws a square of the picture's own colour onto its scene. */
async function savePicture(folder: string, number: number, at: number, scene: Buffer | undefined): Promise<void> {
  if (!scene) return
  const colour = createHash('sha256').update(`${number}-${at}`).digest()
  for (let y = 400; y < 464; y++) {
    for (let x = 700; x < 764; x++) colour.copy(scene, (y * SIZE.width + x) * 3, 0, 3)
  }
  const picture = sharp(scene, { raw: { ...SIZE, channels: 3 } }).jpeg({ quality: 82 })
  writeFileSync(path.join(folder, pictureFile(number, at)), await picture.toBuffer())
}

function pictureOf(folder: string, number: number, at: number) {
  const file = pictureFile(number, at)
  return {
    file,
    sha256: createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex'),
  }
}

const name = (random: () => number) =>
  SURNAMES.charAt(Math.floor(random() * SURNAMES.length)) + GIVEN.charAt(Math.floor(random() * GIVEN.length))
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'
const GIVEN = '安邦昌德恩芳贵海吉俊康丽明宁平庆荣盛桃文秀义英玉珍志'
