import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createIdentity } from '../../../library/feedback/sender-identity.ts'
import { buildFeed } from '../../../library/feeds/build/build-feed.ts'
import { verifySite } from '../../../library/feeds/build/verify-site.ts'
import type { EditionStory, FeedEdition } from '../../../library/feeds/feed-edition.ts'
import { pictureCopy } from '../../../library/stories/media/picture-copy.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { drawPicture, sampleEdition, sampleStory, wholeEdition } from '../site/sample-edition.ts'
import { newFolder, openSiteDesk, snapshot } from './site-desk.ts'

const desk = openSiteDesk()
let whole: FeedEdition
beforeAll(async () => {
  whole = await wholeEdition(desk.session.access.blobs)
})

const withStory = (edition: FeedEdition, id: string, change: (story: EditionStory) => EditionStory): FeedEdition => ({
  ...edition,
  stories: new Map([...edition.stories].map(([key, story]) => [key, key === id ? change(story) : story])),
})
const written = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'xinhuo-site.json'), 'utf8'))

describe('a column written into a folder', () => {
  it('is whole, signed, and the same byte for byte elsewhere', async () => {
    const [one, other] = [newFolder(), newFolder('别处')]
    const build = await desk.build(whole, one)
    await desk.build(whole, other)
    expect([...snapshot(one)]).toEqual([...snapshot(other)])
    expect(build).toMatchObject({ issue: 3, entries: 10, removed: 0, unchanged: 0, warnings: [] })
    expect(build.files).toBe(snapshot(one).size)
    const verification = await verifySite(one, new Set([desk.identity.publicKey]))
    expect(verification).toMatchObject({ title: '石坪身边事', issue: 3, known: true, wrong: [], files: build.files })
    expect(verification.signedBy).toBe(build.signedBy)
    expect(await verifySite(one)).toMatchObject({ known: false, wrong: [] })
  })

  it('is not written again where nothing changed, and only where something did', async () => {
    const folder = newFolder()
    const first = await desk.build(whole, folder)
    expect(await desk.build(whole, folder)).toMatchObject({ written: 0, removed: 0, manifest: first.manifest })
    const changed = withStory(whole, 'yuanba-hui', (story) => ({
      ...story,
      content: { ...story.content, body: `${story.content.body}\n\n后来又开了一次。` },
    }))
    const before = snapshot(folder)
    const second = await desk.build(changed, folder)
    const after = snapshot(folder)
    const differing = [...after].filter(([name, bytes]) => before.get(name) !== bytes).map(([name]) => name)
    expect(second.written).toBe(differing.length)
    expect(differing.filter((name) => name.startsWith('stories/'))).toEqual(['stories/yuanba-hui.html'])
    expect(differing.some((name) => name.startsWith('pictures/'))).toBe(false)
    expect(differing).not.toContain('index.html')
    expect(second.unchanged).toBeGreaterThan(30)
    expect(second.removed).toBe([...before.keys()].filter((name) => !after.has(name)).length)
    expect((await verifySite(folder)).wrong).toEqual([])
  })

  it('takes a folder that is not there yet, and none whose own folder is missing', async () => {
    const place = temporaryFolder()
    await desk.build(whole, path.join(place, '新专栏'))
    expect(existsSync(path.join(place, '新专栏', 'index.html'))).toBe(true)
    await expect(desk.build(whole, path.join(place, '没有插', 'U盘'))).rejects.toMatchObject({
      code: 'FEED_STORAGE_GONE',
    })
    await expect(desk.build(whole, '专栏')).rejects.toMatchObject({ code: 'FEED_FOLDER_NOT_ALLOWED' })
  })

  it('refuses a folder that holds something else, and leaves it as it is', async () => {
    const folder = newFolder()
    writeFileSync(path.join(folder, '年终总结.docx'), '别人的')
    await expect(desk.build(whole, folder)).rejects.toMatchObject({
      code: 'FEED_FOLDER_TAKEN',
      why: expect.stringContaining('年终总结.docx'),
    })
    expect([...snapshot(folder).keys()]).toEqual(['年终总结.docx'])
    const file = path.join(temporaryFolder(), '文件')
    writeFileSync(file, '')
    await expect(desk.build(whole, file)).rejects.toMatchObject({ code: 'FEED_FOLDER_TAKEN' })
  })

  it('takes a stick with nothing on it but what systems put there', async () => {
    const stick = newFolder('U盘')
    mkdirSync(path.join(stick, 'System Volume Information'))
    writeFileSync(path.join(stick, 'System Volume Information', 'IndexerVolumeGuid'), 'x')
    await desk.build(whole, stick)
    expect((await verifySite(stick)).wrong).toEqual([])
    expect(existsSync(path.join(stick, 'System Volume Information', 'IndexerVolumeGuid'))).toBe(true)
  })

  it('refuses the folder of another column, and of a newer issue', async () => {
    const folder = newFolder()
    await desk.build(whole, folder)
    const before = [...snapshot(folder)]
    await expect(desk.build({ ...whole, uri: 'tag:other,2026:x' }, folder)).rejects.toMatchObject({
      code: 'FEED_FOLDER_TAKEN',
    })
    await expect(desk.build({ ...whole, issue: 2 }, folder)).rejects.toMatchObject({ code: 'FEED_FOLDER_NEWER' })
    expect([...snapshot(folder)]).toEqual(before)
  })

  it('never touches a file that somebody put beside its own, and tells of one in the way', async () => {
    const folder = newFolder()
    await desk.build(
      sampleEdition([
        { story: await sampleStory(desk.session.access.blobs, { id: 'yi', title: '一', issue: 1 }), issue: 1 },
      ]),
      folder,
    )
    writeFileSync(path.join(folder, 'stories', '我的笔记.txt'), '别人的')
    await desk.build(whole, folder)
    expect(readFileSync(path.join(folder, 'stories', '我的笔记.txt'), 'utf8')).toBe('别人的')
    expect((await verifySite(folder)).wrong).toEqual([{ file: 'stories/我的笔记.txt', why: 'foreign' }])
    rmSync(path.join(folder, 'stories', '我的笔记.txt'))
    const more = await sampleStory(desk.session.access.blobs, { id: 'xinde', title: '新的', issue: 4 })
    const next = {
      ...whole,
      issue: 4,
      entries: [...sampleEdition([{ story: more, issue: 4 }]).entries, ...whole.entries],
      stories: new Map([...whole.stories, ['xinde', more]]),
    }
    writeFileSync(path.join(folder, 'stories', 'xinde.html'), '别人的')
    const before = [...snapshot(folder)]
    await expect(desk.build(next, folder)).rejects.toMatchObject({
      code: 'FEED_FILE_IN_THE_WAY',
      why: 'stories/xinde.html',
    })
    expect([...snapshot(folder)]).toEqual(before)
  })

  it('removes what is no more, but not what somebody changed', async () => {
    const folder = newFolder()
    await desk.build(whole, folder)
    const gone = `pictures/${Object.keys(written(folder).signed.files)
      .find((file) => file.startsWith('pictures/'))
      ?.slice(9)}`
    writeFileSync(path.join(folder, gone), 'somebody drew on it')
    const few = {
      ...whole,
      stories: new Map(
        [...whole.stories].map(([id, story]) => [
          id,
          { ...story, pictures: [], content: { ...story.content, body: '没有图。' } },
        ]),
      ),
    }
    const build = await desk.build(few, folder)
    expect(build.removed).toBeGreaterThan(5)
    expect([...snapshot(folder).keys()].filter((name) => name.startsWith('pictures/'))).toEqual([gone])
    expect((await verifySite(folder)).wrong).toEqual([{ file: gone, why: 'foreign' }])
  })

  it('puts right a page that was damaged', async () => {
    const folder = newFolder()
    await desk.build(whole, folder)
    const page = path.join(folder, 'index.html')
    const text = readFileSync(page, 'utf8')
    writeFileSync(page, text.replace('石坪', '石枰'))
    expect((await verifySite(folder)).wrong).toEqual([{ file: 'index.html', why: 'changed' }])
    expect(await desk.build(whole, folder)).toMatchObject({ written: 2 })
    expect(readFileSync(page, 'utf8')).toBe(text)
  })

  it('is not begun before the first issue', async () => {
    await expect(desk.build({ ...whole, issue: 0, entries: [] }, newFolder())).rejects.toMatchObject({
      code: 'FEED_NOTHING_ISSUED',
    })
  })
})

describe('what must not leave', () => {
  it('stops the build, with its place and the way out, before anything is written', async () => {
    const { session } = desk
    // A planted number, with its check digit.
    const planted = await sampleStory(session.access.blobs, {
      id: 'daiban',
      title: '代办',
      issue: 1,
      body: '## 什么情况\n\n张某的身份证号是 11010519491231002X。',
    })
    const content = { ...planted.content, attachments: [] }
    const [outcome] = await session.writer.recordDocuments([
      {
        location: 'story\ndaiban',
        source: 'daiban.md',
        sourceSha256: '0'.repeat(64),
        content,
        blobs: [],
        activity: 'import',
        starter: false,
      },
    ])
    expect(outcome).toBeDefined()
    const row = await session.access.db
      .selectFrom('item')
      .where('id', '=', 'daiban')
      .select('current_revision')
      .executeTakeFirstOrThrow()
    const folder = newFolder()
    const story = { ...planted, content, revision: row.current_revision }
    const failure = await desk.build(sampleEdition([{ story, issue: 1 }]), folder).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'FEED_PRIVATE_TEXT', why: expect.stringContaining('《代办》') })
    expect(JSON.stringify(failure)).not.toContain('11010519491231002X')
    expect(snapshot(folder).size).toBe(0)
  })
})

describe('films and pictures', () => {
  it('leaves out a film beyond the limit and a picture that cannot be read, says so, and is whole without them', async () => {
    const { blobs } = desk.session.access
    const short = await blobs.put(Buffer.alloc(300_000, 7))
    const long = await blobs.put(Buffer.alloc(2_500_000, 8))
    const broken = await blobs.put(Buffer.from('not a picture'))
    const story = await sampleStory(blobs, {
      id: 'dianying',
      title: '坝坝电影',
      issue: 1,
      content: {
        attachments: [
          { name: '短.mp4', mediaType: 'video/mp4', sha256: short, size: 300_000 },
          { name: '长.mp4', mediaType: 'video/mp4', sha256: long, size: 2_500_000 },
        ],
      },
    })
    const pictured = { ...story, pictures: [{ name: '坏.jpg', mediaType: 'image/jpeg', sha256: broken, size: 13 }] }
    const folder = newFolder()
    const build = await desk.build(
      sampleEdition([{ story: pictured, issue: 1 }], { definition: { site: { theme: 'paper', videoLimit: 2 } } }),
      folder,
    )
    expect(build.warnings).toEqual([
      '《坝坝电影》有一张图片读不出来，没有放进去。',
      '《坝坝电影》的“长.mp4”超过 2 MB，没有放进去。',
    ])
    const page = readFileSync(path.join(folder, 'stories/dianying.html'), 'utf8')
    expect(page).toContain('<video controls preload="none" src="../films/')
    expect(page).toContain('约 2 MB，没有放进这里')
    expect([...snapshot(folder).keys()].filter((name) => name.startsWith('films/'))).toHaveLength(1)
    expect((await verifySite(folder)).wrong).toEqual([])
  })
})

it('takes a picture that is a cleaned copy already as it is', async () => {
  const { access, writer } = desk.session
  const writes = { saveMediaCopy: (copy: Parameters<typeof writer.saveMediaCopy>[0]) => writer.saveMediaCopy(copy) }
  const original = await access.blobs.put(await drawPicture(900, 600, 10))
  const copy = await pictureCopy(access, writes, { sha256: original }, { width: 1920, format: 'jpeg' })
  const story = await sampleStory(access.blobs, { id: 'jing', title: '干净的图', issue: 1 })
  const pictures = [{ name: '图.jpg', mediaType: 'image/jpeg', sha256: copy.sha256, size: copy.size }]
  const folder = newFolder()
  await desk.build(sampleEdition([{ story: { ...story, pictures }, issue: 1 }]), folder)
  const shown = [...snapshot(folder)].filter(([name]) => name.startsWith('pictures/')).map(([, bytes]) => bytes)
  expect(shown).toContain((await access.blobs.read(copy.sha256)).toString('base64'))
})

it('does not publish a film whose bytes are not what they were', async () => {
  const { blobs } = desk.session.access
  const sha256 = await blobs.put(Buffer.alloc(5000, 3))
  const attachments = [{ name: '坏.mp4', mediaType: 'video/mp4', sha256, size: 5000 }]
  const story = await sampleStory(blobs, { id: 'huai', title: '坏片', issue: 1, content: { attachments } })
  writeFileSync(blobs.pathOf(sha256), Buffer.alloc(5000, 4))
  const folder = newFolder()
  await expect(desk.build(sampleEdition([{ story, issue: 1 }]), folder)).rejects.toMatchObject({
    code: 'FEED_MEDIA_DAMAGED',
  })
  expect(snapshot(folder).size).toBe(0)
})

describe('a build that is given up', () => {
  it('leaves the former issue as it was, and nothing else', async () => {
    const folder = newFolder()
    await desk.build(whole, folder)
    const before = [...snapshot(folder)]
    const changed = withStory(whole, 'yuanba-hui', (story) => ({
      ...story,
      content: { ...story.content, title: '改过的题目' },
    }))
    const stop = new AbortController()
    const { access, writer } = desk.session
    const reported: string[] = []
    const context = {
      signal: stop.signal,
      report: ({ label }: { label: string }) => {
        reported.push(label)
        if (label === '搜索') stop.abort()
      },
      writes: { saveMediaCopy: (copy: Parameters<typeof writer.saveMediaCopy>[0]) => writer.saveMediaCopy(copy) },
      assets: desk.assets,
    }
    await expect(buildFeed(access, changed, folder, context, desk.identity)).rejects.toThrow()
    expect(reported).toContain('搜索')
    expect([...snapshot(folder)]).toEqual(before)
  })
})

describe('verifying a site', () => {
  it('tells missing, changed and foreign files, and a list that its key did not sign', async () => {
    const folder = newFolder()
    await desk.build(whole, folder)
    rmSync(path.join(folder, 'about.html'))
    writeFileSync(
      path.join(folder, 'feed.rss'),
      readFileSync(path.join(folder, 'feed.rss'), 'utf8').replace('石坪', '石枰'),
    )
    mkdirSync(path.join(folder, '新建文件夹'))
    writeFileSync(path.join(folder, '新建文件夹', 'x.html'), 'x')
    expect((await verifySite(folder)).wrong).toEqual([
      { file: 'about.html', why: 'missing' },
      { file: 'feed.rss', why: 'changed' },
      { file: '新建文件夹/x.html', why: 'foreign' },
    ])
    const list = written(folder)
    writeFileSync(
      path.join(folder, 'xinhuo-site.json'),
      JSON.stringify({ ...list, signed: { ...list.signed, publisher: '别人' } }),
    )
    expect((await verifySite(folder)).wrong).toContainEqual({ file: 'xinhuo-site.json', why: 'signature' })
    const other = createIdentity()
    expect(await verifySite(folder, new Set([other.publicKey]))).toMatchObject({ known: false })
  })

  it('says what is no site, and what is an unreadable one', async () => {
    const folder = newFolder()
    await expect(verifySite(folder)).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' })
    await expect(verifySite(path.join(folder, 'x'))).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' })
    const evil = {
      signed: {
        format: 1,
        feed: 'x',
        title: '',
        publisher: '',
        issue: 1,
        issuedAt: '',
        files: { '../../etc/passwd': { sha256: 'a'.repeat(64), size: 1 } },
      },
      signature: { algorithm: 'Ed25519', publicKey: 'a'.repeat(64), value: 'b'.repeat(128) },
    }
    for (const text of ['', '{}', JSON.stringify(evil)]) {
      writeFileSync(path.join(folder, 'xinhuo-site.json'), text)
      await expect(verifySite(folder)).rejects.toMatchObject({ code: 'SITE_UNREADABLE' })
    }
    const file = path.join(folder, '不是.zip')
    writeFileSync(file, 'not a zip')
    await expect(verifySite(file)).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' })
  })
})
