import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { GateFinding, GateReport } from '../../../library/stories/gate/gate-view.ts'
import type { StoryConsent, StoryPerson, StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { importPaths } from '../../service/running-service.ts'
import { temporaryFolder, writePolicies } from '../../store/temporary-library.ts'
import { giveMedia } from '../media/giving-media.ts'
import { film, moving, phonePhoto } from '../media/made-pictures.ts'
import { askAs, openStoryDesk, type StoryDesk } from '../process/story-desk.ts'
import { wholeRecord } from '../process/whole-record.ts'

const ID = '110101199003071233'
let desk: StoryDesk
beforeAll(async () => {
  desk = await openStoryDesk()
})

let told = 0
/** A story unlike every other. */
const tell = (more: Partial<StoryRecord> = {}) => {
  told += 1
  const own = [...String(told)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')
  const words = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + ((told * 977 + at * 131) % 8000)))
  return desk.tell(wholeRecord(`第${own}件事`, { problem: words.join(''), ...more }))
}
const check = (id: string) => askAs<GateReport>(desk.service, undefined, 'GET', `/api/stories/${id}/gate`)
const findingsOf = async (more: Partial<StoryRecord>) => (await check((await tell(more)).id)).findings
const codes = (findings: readonly GateFinding[], severity: GateFinding['severity'] = 'must') =>
  findings.filter((one) => one.severity === severity).map(({ code }) => code)
const repair = (story: StoryView, ids: readonly string[], read = story.recordSha256, person = 'chen') =>
  askAs<StoryView>(desk.service, person, 'POST', `/api/stories/${story.id}/gate/repair`, { ids, read })
const overrule = (id: string, finding: string, reason: string, person: string | undefined, more: object = {}) =>
  askAs<GateReport>(desk.service, person, 'POST', `/api/stories/${id}/gate/overrule`, { id: finding, reason, ...more })
const put = (story: StoryView, record: StoryRecord) =>
  askAs<StoryView>(desk.service, 'chen', 'PUT', `/api/stories/${story.id}`, { record, read: story.recordSha256 })

const wang: StoryPerson = { id: 'p1', name: '王桂芳', alias: '王某', part: 'hero' }
const agreed = (covers: StoryConsent['covers'], more: Partial<StoryConsent> = {}): StoryConsent[] => [
  { id: 'c1', who: 'p1', covers, how: 'written', ...more },
]

describe('a story that harms nobody', () => {
  it('passes, and says which record it was', async () => {
    const story = await tell()
    const report = await check(story.id)
    expect(report).toMatchObject({ storyId: story.id, recordSha256: story.recordSha256, passes: true })
    expect(codes(report.findings)).toEqual([])
  })
})

describe('a time that cannot be', () => {
  const said = async (happenedFrom: string, happenedTo?: string) =>
    (await findingsOf({ happenedFrom, ...(happenedTo && { happenedTo }) }))
      .filter(({ place }) => place.field.startsWith('happened'))
      .map(({ severity, place }) => [severity, place.field])

  it('is told, and stops nothing', async () => {
    expect(await said('2024-02-30')).toEqual([['should', 'happenedFrom']])
    expect(await said('2024-06', '2023-12-01')).toEqual([['should', 'happenedTo']])
  })

  it('is not a year and a day of it', async () => {
    expect(await said('2024-02-29', '2024')).toEqual([])
    expect(await said('2024', '2025-01')).toEqual([])
  })
})

describe('an identity number', () => {
  const places: [string, (text: string) => Partial<StoryRecord>, string][] = [
    ['the title', (title) => ({ title }), 'title'],
    ['the summary', (summary) => ({ summary }), 'summary'],
    ['what was done', (done) => ({ done }), 'done'],
    ['the cost', (money) => ({ cost: { money } }), 'cost/money'],
    ['how it is known', (how) => ({ evidence: { how, kinds: [] } }), 'evidence/how'],
    ['a quote', (text) => ({ quotes: [{ id: 'q1', text, by: '村民' }] }), 'quotes/0/text'],
    ['who said it', (by) => ({ quotes: [{ id: 'q1', text: '好', by }] }), 'quotes/0/by'],
    ['an alias', (alias) => ({ people: [{ ...wang, alias: alias.slice(-30) }] }), 'people/0/alias'],
    ['a post', (post) => ({ people: [{ ...wang, post: post.slice(-30) }] }), 'people/0/post'],
    ['a note on a policy', (note) => ({ policies: [{ title: '办法', note }] }), 'policies/0/note'],
    ['the name of a source', (title) => ({ sources: [{ id: 's1', title, type: 'other' }] }), 'sources/0/title'],
    ['a place', (place) => ({ places: [place] }), 'places/0'],
    ['a label', (label) => ({ label: label.slice(-30) }), 'label'],
    ...(['name', 'caption', 'alternative', 'place', 'author'] as const).map(
      (part): [string, (text: string) => Partial<StoryRecord>, string] => [
        `a picture's ${part}`,
        (text) => ({
          media: [{ id: 'm1', sha256: '0'.repeat(64), name: 'a', mediaType: 'image/jpeg', size: 1, [part]: text }],
        }),
        `media/0/${part}`,
      ],
    ),
  ]

  it.each(places)('in %s cannot get out unnoticed', async (_, recordWith, field) => {
    const text = `证号${ID}，核对过。`
    const story = await tell(recordWith(text))
    const report = await check(story.id)
    expect(report.passes).toBe(false)
    const found = report.findings.find(({ code, place }) => code === 'resident-id' && place.field === field)
    expect(found).toMatchObject({ severity: 'must', place: { quote: ID, start: 2, end: 20 } })
    await desk.step(story.id, 'chen', 'submit')
    await desk.step(story.id, 'zhou', 'verify')
    await expect(desk.step(story.id, 'lin', 'approve')).rejects.toMatchObject({ code: 'GATE_CLOSED' })
    expect((await desk.show(story.id)).state).toBe('verified')
  })

  it('is masked by one click, and with it everything else that can be', async () => {
    const story = await tell({ done: `他（${ID}）住在石坪村3组12号，电话13812345678、微信号：wgf_1990。` })
    const { findings } = await check(story.id)
    const changed = await repair(
      story,
      findings.filter((one) => one.repair).map(({ id }) => id),
    )
    expect(changed.record.done).toBe('他（110101********1233）住在石坪村，电话138****5678、微信号：wg****。')
    expect((await check(story.id)).passes).toBe(true)
    expect(changed.events.map(({ type }) => type)).toContain('create')
  })

  it('is not masked in a record that is another by now', async () => {
    const story = await tell({ done: `他（${ID}）` })
    const [finding] = (await check(story.id)).findings
    const changed = await put(story, { ...story.record, done: `他的号码${ID}` })
    await expect(repair(story, [finding?.id ?? ''])).rejects.toMatchObject({ code: 'STORY_CHANGED' })
    expect((await desk.show(story.id)).recordSha256).toBe(changed.recordSha256)
    await expect(repair(changed, ['nothing'])).rejects.toMatchObject({ code: 'FINDING_NOT_FOUND' })
  })

  it('is masked by whoever checks, and the story then is checked again', async () => {
    const story = await tell({ done: `他（${ID}）` })
    await desk.bring(story.id, 'verified')
    const [finding] = (await check(story.id)).findings.filter(({ code }) => code === 'resident-id')
    await expect(repair(story, [finding?.id ?? ''])).rejects.toMatchObject({ code: 'STORY_NOT_ALLOWED' })
    expect((await repair(story, [finding?.id ?? ''], undefined, 'zhou')).state).toBe('submitted')
  })
})

describe('an overruling', () => {
  it('needs a reason and somebody who checks, is in the record with the number masked, and is shown', async () => {
    const story = await tell({ done: `号码${ID}是样本。` })
    const [finding] = (await check(story.id)).findings.filter(({ code }) => code === 'resident-id')
    const id = finding?.id ?? ''
    await expect(overrule(story.id, id, '  ', 'zhou')).rejects.toMatchObject({ code: 'OVERRULE_REASON_MISSING' })
    for (const person of ['chen', undefined]) {
      await expect(overrule(story.id, id, '是样本', person)).rejects.toMatchObject({ code: 'OVERRULE_NOT_ALLOWED' })
    }
    await expect(overrule(story.id, 'nothing', '是样本', 'zhou')).rejects.toMatchObject({ code: 'FINDING_NOT_FOUND' })
    const report = await overrule(story.id, id, '是样本，不是真人', 'zhou')
    expect(report.passes).toBe(true)
    const overruled = report.findings.find((one) => one.id === id)?.overruled
    expect(overruled).toMatchObject({ by: '周明', reason: '是样本，不是真人' })
    const event = (await desk.show(story.id)).events.at(-1)
    expect(event).toMatchObject({
      type: 'overrule',
      by: '周明',
      reason: '是样本，不是真人',
      record: story.recordSha256,
      detail: { findingId: id, code: 'resident-id', quote: '110101********1233' },
    })
    expect(JSON.stringify(event)).not.toContain(ID)
    expect((await desk.bring(story.id, 'approved')).state).toBe('approved')
  })

  it('holds as long as the words are the same, wherever they move, and no longer', async () => {
    const story = await tell({ done: `号码${ID}是样本。` })
    const [finding] = (await check(story.id)).findings.filter(({ code }) => code === 'resident-id')
    await overrule(story.id, finding?.id ?? '', '是样本', 'zhou')
    const moved = await put(story, { ...story.record, done: `开头加了一句。号码${ID}是样本。` })
    expect((await check(story.id)).passes).toBe(true)
    const other = await put(moved, { ...moved.record, done: '号码33062419850716002X是样本。号码330624198507160027' })
    const report = await check(story.id)
    expect(report.passes).toBe(false)
    const back = await put(other, story.record)
    expect((await check(back.id)).passes).toBe(true)
  })

  it('is of one place, not of the same number elsewhere', async () => {
    const story = await tell({ done: `号码${ID}。再写一次${ID}。`, failed: `${ID}` })
    const found = (await check(story.id)).findings.filter(({ code }) => code === 'resident-id')
    expect(new Set(found.map(({ id }) => id)).size).toBe(3)
    const report = await overrule(story.id, found[0]?.id ?? '', '是样本', 'zhou')
    expect(report.findings.filter(({ code, overruled }) => code === 'resident-id' && overruled)).toHaveLength(1)
  })

  it('can be taken back', async () => {
    const story = await tell({ done: `号码${ID}` })
    const id = (await check(story.id)).findings.find(({ code }) => code === 'resident-id')?.id ?? ''
    await overrule(story.id, id, '是样本', 'zhou')
    expect((await overrule(story.id, id, '看错了', 'lin', { withdraw: true })).passes).toBe(false)
    await expect(overrule(story.id, id, '看错了', 'lin', { withdraw: true })).rejects.toMatchObject({
      code: 'FINDING_NOT_FOUND',
    })
  })
})

describe('people', () => {
  it('with a consent may be named; without one the alias stands, and given names that tell are found', async () => {
    const record = { people: [wang], done: '王桂芳带头清淤，桂芳婶说不累。' }
    const silent = (await findingsOf(record)).filter(({ code }) => code === 'consent')
    expect(silent.map(({ severity, place }) => [severity, place.field, place.quote])).toEqual([
      ['must', 'done', '桂芳'],
      ['should', 'people/0/name', '王桂芳'],
    ])
    const named = await findingsOf({ ...record, consents: agreed(['name', 'story']) })
    expect(named.filter(({ code }) => code === 'consent')).toEqual([])
  })

  it('with a short name are told by what others call them', async () => {
    const record = { people: [{ ...wang, name: '王芳' }], done: '芳姐带头，小芳的鞋湿了，路边野花芬芳。', consents: [] }
    const found = (await findingsOf(record)).filter(({ place }) => place.field === 'done')
    expect(found.map(({ severity, place }) => [severity, place.start, place.quote])).toEqual([
      ['should', 0, '芳'],
      ['should', 5, '小芳'],
    ])
  })

  it('without an alias get one, and one that hides nothing is refused', async () => {
    const story = await tell({ people: [{ id: 'p1', name: '王桂芳', part: 'told' }] })
    const [found] = (await check(story.id)).findings.filter(({ code }) => code === 'consent')
    expect(found).toMatchObject({ severity: 'should', repair: { type: 'alias', replacement: '王某' } })
    expect((await repair(story, [found?.id ?? ''])).record.people[0]?.alias).toBe('王某')
    const bad = await findingsOf({ people: [{ ...wang, part: 'told', alias: '桂芳' }] })
    expect(bad.filter(({ code }) => code === 'consent').map(({ severity }) => severity)).toEqual(['must'])
  })

  it('are quoted only when they said so', async () => {
    const quotes = [{ id: 'q1', text: '水来了心里就踏实。', by: 'p1' }]
    const story = await tell({ people: [wang], quotes, consents: agreed(['story']) })
    const [found] = (await check(story.id)).findings.filter(({ place }) => place.field.startsWith('quotes'))
    expect(found).toMatchObject({ code: 'consent', severity: 'must', repair: { type: 'remove' } })
    expect((await repair(story, [found?.id ?? ''])).record.quotes).toEqual([])
    const fine = await findingsOf({ people: [wang], quotes, consents: agreed(['story', 'quote']) })
    expect(fine.filter(({ place }) => place.field.startsWith('quotes'))).toEqual([])
  })

  it('that are children are named by nobody, and their school, face and words are their guardian’s to give', async () => {
    const child: StoryPerson = { id: 'p1', name: '李小明', alias: '小明', part: 'hero', minor: true }
    const record: Partial<StoryRecord> = {
      people: [{ ...child, alias: '一个孩子' }],
      done: '李小明在石坪乡中心小学上三年级，别的孩子读小学也远。',
      quotes: [{ id: 'q1', text: '我想爸爸。', by: '李小明' }],
    }
    const found = (await findingsOf(record)).filter(({ code }) => code === 'minor')
    expect(found.map(({ severity, place }) => `${severity} ${place.field} ${place.quote}`)).toEqual(
      expect.arrayContaining(['must done 石坪乡中心小学', 'must quotes/0/text 我想爸爸。']),
    )
    const covers: StoryConsent['covers'] = ['story', 'quote', 'picture']
    const without = await findingsOf({ ...record, consents: agreed(covers) })
    expect(codes(without)).toContain('minor')
    const agreedTo = await findingsOf({ ...record, consents: agreed(covers, { guardian: '李大山' }) })
    expect(agreedTo.filter(({ code, severity }) => code === 'minor' && severity === 'must')).toEqual([])
  })
})

describe('sources', () => {
  it('have to be there, and somebody has to have looked at one', async () => {
    expect(codes(await findingsOf({ sources: [] }))).toEqual(['source'])
    const unverified = { id: 's1', title: '走访', type: 'interview' } as const
    expect(codes(await findingsOf({ sources: [unverified] }))).toEqual(['source'])
    const verified = { ...unverified, id: 's2', verified: { by: '周明', on: '2026-01-20' } }
    const found = await findingsOf({ sources: [unverified, verified] })
    expect(codes(found)).toEqual([])
    expect(codes(found, 'should')).toContain('source')
  })

  it('whose file is gone are told', async () => {
    const file = { name: '台账.xlsx', mediaType: 'application/zip', sha256: '1'.repeat(64), size: 3 }
    const verified = { by: '周明', on: '2026-01-20' }
    const found = await findingsOf({ sources: [{ id: 's1', title: '台账', type: 'register', file, verified }] })
    expect(found.filter(({ code }) => code === 'source').map(({ says }) => says)).toEqual([
      '来源“台账”的文件“台账.xlsx”不在资料库里。',
    ])
  })
})

describe('pictures and films', () => {
  it('are looked at by somebody before they go, and what their files tell is said', async () => {
    const story = await tell()
    const { body } = await giveMedia(desk.service, story.id, [
      { name: '现场.jpg', bytes: await phonePhoto() },
      { name: '浇水.mp4', bytes: Buffer.concat([...film(1000)]) },
    ])
    const report = await check(story.id)
    expect(report.findings.filter(({ place }) => place.mediaId).map(({ code, severity }) => [code, severity])).toEqual([
      ['photo-data', 'should'],
      ['picture-look', 'must'],
      ['photo-data', 'should'],
      ['picture-look', 'must'],
    ])
    expect(report.findings.find(({ code }) => code === 'photo-data')).toMatchObject({
      says: '“现场.jpg”的文件里记着拍摄地点和拍摄设备（HUAWEI P50 Pro）。',
      repair: { type: 'strip' },
      place: { mediaId: body.added[0]?.id },
    })
    const shown = await desk.show(story.id)
    const looked = shown.record.media.map((one) => ({ ...one, looked: true, caption: '水渠' }))
    await put(shown, { ...shown.record, media: looked })
    expect((await check(story.id)).passes).toBe(true)
  })

  it('that move are said to leave as their first frame', async () => {
    const story = await tell()
    await giveMedia(desk.service, story.id, [{ name: '放水.gif', bytes: await moving(20, 20) }])
    const told = (await check(story.id)).findings.filter(({ code }) => code === 'photo-data')
    expect(told.map(({ severity, says }) => [severity, says])).toEqual([
      ['should', '“放水.gif”会动，发布出去的一份只有第一帧。'],
    ])
  })

  it('that are broken or gone stop the story, and can be taken out of it', async () => {
    const story = await tell()
    const { body } = await giveMedia(desk.service, story.id, [{ name: 'a.jpg', bytes: await phonePhoto(80, 60) }])
    rmSync(desk.service.session.access.blobs.pathOf(body.added[0]?.sha256 ?? ''))
    const broken = await desk.service.session.access.blobs.put(Buffer.from('not a picture'))
    const shown = await desk.show(story.id)
    const second = { id: 'm2', sha256: broken, name: 'b.jpg', mediaType: 'image/jpeg', size: 13 }
    const changed = await put(shown, { ...shown.record, media: [...shown.record.media, second] })
    const found = (await check(story.id)).findings.filter(({ code }) => code === 'picture-broken')
    expect(found.map(({ place }) => place.field)).toEqual(['media/0', 'media/1'])
    const repaired = await repair(
      changed,
      found.map(({ id }) => id),
    )
    expect(repaired.record.media).toEqual([])
  })

  it('that show somebody named need that person’s word, or a blurred face', async () => {
    const picture = (more: object) =>
      tell({ people: [wang], consents: agreed(['story']) }).then(async (story) => {
        await giveMedia(desk.service, story.id, [{ name: 'a.jpg', bytes: await phonePhoto(80, 60) }])
        const shown = await desk.show(story.id)
        const media = shown.record.media.map((one) => ({ ...one, looked: true, caption: '王桂芳在渠边', ...more }))
        await put(shown, { ...shown.record, media })
        return (await check(story.id)).findings
      })
    expect(codes(await picture({}))).toEqual(['consent'])
    expect(codes(await picture({ caption: '三个学生在渠边' }))).toEqual(['minor'])
    expect(codes(await picture({ blurred: [{ x: 0, y: 0, width: 0.5, height: 0.5, why: 'face' }] }))).toEqual([])
  })
})

describe('links', () => {
  it('to what is not in the library stop, to what is only named are told, and so are pictures that are missing', async () => {
    const folder = temporaryFolder()
    writePolicies(folder, 1)
    await importPaths(desk.service, [folder])
    const item = await desk.service.session.access.db.selectFrom('item').select('id').executeTakeFirstOrThrow()
    const found = await findingsOf({
      done: '清淤前后见图1，护坡如下图。',
      policies: [
        { title: '办法第1号试行办法', provision: '第二条', itemId: item.id, anchor: '第二条' },
        { title: '办法第1号试行办法', provision: '第九条', itemId: item.id, anchor: '第九条' },
        { title: '别的办法', itemId: 'bieli-de' },
        { title: '只写了名字的办法' },
      ],
    })
    expect(
      found.filter(({ code }) => code === 'link').map(({ severity, place, says }) => [severity, place.field, says]),
    ).toEqual([
      ['must', 'policies/1', '《办法第1号试行办法》第九条在现在的文本里找不到。'],
      ['must', 'policies/2', '《别的办法》资料库里没有。'],
      ['should', 'policies/3', '《只写了名字的办法》没有连到资料库里的条文。'],
      ['should', 'done', '这里说到“见图1”，故事里没有这张图。'],
      ['should', 'done', '这里说到“如下图”，故事里没有这张图。'],
    ])
  })
})

describe('the same story told twice', () => {
  it('is found with its other, and a story on another matter is not', async () => {
    const words =
      '二〇二三年冬天，石坪乡水利员老周沿着旧渠走了三趟，把十二处漏水点画在图上。村里没有钱请施工队，他把各组组长叫到一起，算了一笔账：一处漏点一年少浇两亩地，补一处只要半袋水泥。腊月里大家分段包干，二十天补完。开春放水那天，末梢的三十亩地第一次自流浇上了。第二年汛期有一处又裂开，是因为当时图快没有把淤泥清净，后来重新返工，大家才明白清淤不能省。'
    // Nothing of what the other stories here have in common.
    const alone = { summary: '', done: '照图补渠。', failed: '', result: '', caution: '', cost: {} }
    const empty = { ...alone, evidence: { how: '', kinds: [] } }
    const first = await tell({ ...empty, problem: words })
    const second = await tell({ ...empty, problem: words.replaceAll('老周', '老郑').replaceAll('石坪乡', '清河乡') })
    await tell({
      ...empty,
      problem: '养老服务站开了半年没有人来，站长挨家去问，才知道老人嫌路远，于是改成流动餐车，每天中午送到四个自然村。',
    })
    const found = (await check(second.id)).findings.filter(({ code }) => code === 'duplicate')
    expect(found).toMatchObject([{ other: { id: first.id } }])
    expect(found[0]?.other?.likeness).toBeGreaterThan(0.7)
    const asked = await askAs<{ id: string }[]>(
      desk.service,
      undefined,
      'GET',
      `/api/story-likeness?storyId=${second.id}`,
    )
    expect(asked.map(({ id }) => id)).toEqual([first.id])
  })
})

describe('a check that cannot run', () => {
  it('says so and stops the story', async () => {
    const story = await tell()
    const { access } = desk.service.session
    const has = access.blobs.has
    access.blobs.has = () => Promise.reject(new Error('the disk is gone'))
    try {
      await giveMediaRow(story)
      const report = await check(story.id)
      expect(report.passes).toBe(false)
      expect(report.findings.filter(({ code }) => code === 'not-run').map(({ says }) => says)).toEqual([
        '“图片和影音”这一项没有查成。',
      ])
    } finally {
      access.blobs.has = has
    }
  })

  const giveMediaRow = (story: StoryView) =>
    put(story, {
      ...story.record,
      media: [{ id: 'm1', sha256: '2'.repeat(64), name: 'a.jpg', mediaType: 'image/jpeg', size: 1 }],
    })
})

describe('whatever is written', () => {
  it('has findings with ids of their own, the same each time, that repairs only make fewer', async () => {
    const piece = fc.constantFrom(
      ID,
      '13812345678',
      '6217001234567890122',
      '石坪村3组12号',
      '浙A12345',
      '小学生李小明。',
      '秘密★',
      '王桂芳',
      '桂芳婶',
      '，',
      '清淤',
    )
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '))
    await fc.assert(
      fc.asyncProperty(text, text, text, async (done, caution, quote) => {
        const story = await tell({ people: [wang], done, caution, quotes: [{ id: 'q1', text: quote, by: '村民' }] })
        const [report, again] = [await check(story.id), await check(story.id)]
        expect(again).toEqual(report)
        const ids = report.findings.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const repairable = report.findings.filter((one) => one.repair && one.repair.type !== 'strip')
        if (repairable.length === 0) return
        await repair(
          story,
          repairable.map(({ id }) => id),
        )
        const left = (await check(story.id)).findings.filter((one) => one.repair && one.severity === 'must')
        expect(left).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})

describe('somebody who is said to be a child', () => {
  it('has to be marked as one, or as none', async () => {
    const child: StoryPerson = { ...wang, part: 'told', groups: ['儿童'] }
    const found = async (more: Partial<StoryPerson>, consents: StoryConsent[] = []) =>
      (await findingsOf({ people: [{ ...child, ...more }], consents }))
        .filter(({ code }) => code === 'minor')
        .map(({ severity }) => severity)
    expect(await found({})).toEqual(['should'])
    expect(await found({}, agreed(['name']))).toEqual(['must'])
    expect(await found({ minor: false }, agreed(['name']))).toEqual([])
    expect(await found({ minor: true })).toEqual([])
  })
})

describe('somebody who is named and is not among the people', () => {
  it('is told, with a way to an alias', async () => {
    const story = await tell({
      people: [wang],
      done: '村民李建国先挖了一段，王桂芳随后来了。陈大爷送水，主任和书记也到场，李建国说值得。',
    })
    const found = (await check(story.id)).findings.filter(({ says }) => says.includes('不在故事的人里'))
    expect(
      found.map(({ severity, place, repair: way }) => [severity, place.quote, place.start, way?.replacement]),
    ).toEqual([
      ['should', '李建国', 2, '李某'],
      ['should', '李建国', 34, '李某'],
    ])
    const repaired = await repair(
      story,
      found.map(({ id }) => id),
    )
    expect(repaired.record.done).toBe('村民李某先挖了一段，王桂芳随后来了。陈大爷送水，主任和书记也到场，李某说值得。')
  })
})
