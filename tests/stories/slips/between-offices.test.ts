import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { libraryPaths } from '../../../library/store/library-paths.ts'
import { openLibraryForWriting } from '../../../library/store/open-library-database.ts'
import { openSqlite } from '../../../library/store/open-sqlite.ts'
import type { GateReport } from '../../../library/stories/gate/gate-view.ts'
import { appendEvent, verifyChain } from '../../../library/stories/process/event-chain.ts'
import type { SlipView } from '../../../library/stories/process/process-view.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { askAs, openStoryDesk, type StoryDesk } from '../process/story-desk.ts'
import { wholeRecord } from '../process/whole-record.ts'
import { answerSlip, bytesOf, keepMedia, showSlip, takeSlip, uploadSlip, writeSlip } from './slip-offices.ts'

/** A village that tells, a town that publishes, and a county that reviews, each with its own library. */
let village: StoryDesk
let town: StoryDesk
let county: StoryDesk
let stick = ''
const EMPTY = { name: '', people: [], days: { verify: 5, approve: 5, publish: 7 }, reviewMonths: 12 }

beforeAll(async () => {
  stick = temporaryFolder(afterAll)
  village = await openStoryDesk(undefined, EMPTY)
  town = await openStoryDesk()
  county = await openStoryDesk(undefined, { ...EMPTY, name: '平澜县委宣传部' })
}, 60_000)

let number = 0
const words = () => {
  number += 1
  return Array.from({ length: 40 }, (_, index) =>
    String.fromCharCode(0x4e00 + ((number * 1013 + index * 137) % 9000)),
  ).join('')
}
/** A story of the town, submitted. */
const submitted = async () => {
  const text = words()
  const { id } = await town.tell(wholeRecord(`镇上的事${number} ${text}`, { done: text, problem: `${text}难` }))
  await town.step(id, 'chen', 'submit')
  return id
}
const edit = async (desk: StoryDesk, id: string, change: object, person?: string) => {
  const { record, recordSha256 } = await desk.show(id)
  await askAs(desk.service, person, 'PUT', `/api/stories/${id}`, {
    record: { ...record, ...change },
    read: recordSha256,
  })
}
const request = (id: string, step: 'verify' | 'approve', more = {}) =>
  writeSlip(town.service, 'chen', id, stick, { type: 'review-request', step, ...more })
/** What the county says to a request. */
const reviewed = async (file: string, more: object, name = '县里的老李') => {
  const { id } = await takeSlip(county.service, undefined, file)
  return answerSlip(county.service, id, stick, { senderName: name, ...more })
}

describe('a story told elsewhere', () => {
  it('comes with its pictures and films, as submitted by who told it', async () => {
    const { media, film } = await keepMedia(village.service)
    const told = await askAs<{ id: string }>(village.service, undefined, 'POST', '/api/stories', {
      record: wholeRecord(`村里的渠 ${words()}`, { media }),
    })
    const { file } = await writeSlip(village.service, undefined, told.id, stick, {
      type: 'submission',
      senderName: '高岭村 王老师',
      note: '照片是我拍的',
    })
    const taken = await takeSlip(town.service, 'chen', file)
    expect(taken).toMatchObject({ type: 'submission', state: 'taken', known: false, from: { name: '高岭村 王老师' } })
    const story = await town.show(told.id, 'zhou')
    expect(story).toMatchObject({ state: 'submitted', createdBy: '高岭村 王老师' })
    expect(story.steps).toContainEqual({ step: 'verify', allowed: true })
    expect(story.events.map(({ type, by }) => [type, by])).toEqual([
      ['slip-taken', '陈静'],
      ['create', '高岭村 王老师'],
      ['step', '高岭村 王老师'],
    ])
    const kept = await town.service.session.access.blobs.read(media[1]?.sha256 ?? '')
    expect(kept.equals(film)).toBe(true)
    // Who looked at a source elsewhere is not somebody of this office.
    expect(story.record.sources[0]).not.toHaveProperty('verified')
    expect((await village.show(told.id)).events.at(-1)).toMatchObject({ type: 'slip-sent' })
  })

  it('taken in twice, in whatever way, is there once', async () => {
    const { id } = await askAs<{ id: string }>(village.service, undefined, 'POST', '/api/stories', {
      record: wholeRecord(`只收一次 ${words()}`),
    })
    const { file } = await writeSlip(village.service, undefined, id, stick, {
      type: 'submission',
      passphrase: '春天的水渠2026',
    })
    await uploadSlip(town.service, file, '春天的水渠2026')
    const before = await town.show(id)
    const again = await takeSlip(town.service, 'chen', file, '春天的水渠2026')
    expect(again.says).toContain('这份文件以前收过')
    expect((await town.show(id)).events).toEqual(before.events)
  })

  it('sent again after it was changed takes the place of the first, as long as nobody here has worked on it', async () => {
    const { id } = await askAs<{ id: string }>(village.service, undefined, 'POST', '/api/stories', {
      record: wholeRecord(`再报一次 ${words()}`),
    })
    const send = async () => (await writeSlip(village.service, undefined, id, stick, { type: 'submission' })).file
    await takeSlip(town.service, 'chen', await send())
    await edit(village, id, { failed: '第二稿补上的。' })
    await takeSlip(town.service, 'chen', await send())
    expect((await town.show(id)).record.failed).toBe('第二稿补上的。')
    await edit(town, id, { failed: '镇里改过的。' }, 'zhou')
    await edit(village, id, { failed: '第三稿补上的。' })
    await expect(takeSlip(town.service, 'chen', await send())).rejects.toMatchObject({ code: 'SLIP_STORY_CHANGED' })
    expect((await town.show(id)).record.failed).toBe('镇里改过的。')
  })

  it('cannot take the place of somebody else’s story', async () => {
    const id = await submitted()
    const { record } = await town.show(id)
    const at = '2026-01-01T00:00:00.000Z'
    await village.service.session.writer.insertStories([
      {
        id,
        state: 'draft',
        record: { ...record, title: '冒名的稿子' },
        recordSha256: '',
        createdBy: '谁',
        createdAt: at,
        updatedAt: at,
      },
    ])
    const { file } = await writeSlip(village.service, undefined, id, stick, { type: 'submission' })
    await expect(takeSlip(town.service, 'chen', file)).rejects.toMatchObject({ code: 'SLIP_FOREIGN' })
    expect((await town.show(id)).record.title).toBe(record.title)
  })
})

describe('a review without the network', () => {
  it('goes there with the record and cleaned pictures, and comes back as a step with remarks on passages', async () => {
    const id = await submitted()
    const { media } = await keepMedia(town.service)
    await edit(town, id, { media }, 'zhou')
    const { file } = await request(id, 'verify', { passphrase: '两个字的暗号不行', note: '请核对亩数' })
    const { id: slip } = await takeSlip(county.service, undefined, file, '两个字的暗号不行')
    const contents = await showSlip(county.service, slip)
    expect(contents).toMatchObject({ state: 'new', step: 'verify', note: '请核对亩数', from: { name: '陈静' } })
    expect(contents.record?.title).toContain('镇上的事')
    expect(contents.events.map(({ type }) => type)).toContain('step')
    const [picture] = contents.pictures
    expect(contents.films).toMatchObject([{ mediaId: 'm2', mediaType: 'video/mp4' }])
    expect(picture).toMatchObject({ mediaId: 'm1', mediaType: 'image/jpeg' })
    expect(picture?.sha256).not.toBe(media[0]?.sha256)
    const bytes = await county.service.session.access.blobs.read(picture?.sha256 ?? '')
    expect(bytes.includes('CAM-9')).toBe(false)

    const answer = await answerSlip(county.service, slip, stick, {
      answer: 'agree',
      note: '亩数和台账一致',
      senderName: '县里的老李',
      tasks: [{ field: 'failed', quote: '返工一次', text: '这里可以再写细一点' }],
    })
    expect((await showSlip(county.service, slip)).state).toBe('answered')
    const taken = await takeSlip(town.service, 'chen', answer.file)
    expect(taken).toMatchObject({ state: 'taken', known: false, answer: 'agree' })
    const story = await town.show(id, 'lin')
    expect(story.state).toBe('verified')
    expect(story.events.findLast(({ type }) => type === 'step')).toMatchObject({
      step: 'verify',
      by: '县里的老李',
      reason: '亩数和台账一致',
      detail: { slip: answer.id, sender: taken.from.publicKey },
    })
    expect(story.tasks).toMatchObject([{ type: 'comment', by: '县里的老李', quote: '返工一次' }])
    expect(taken.from.fingerprint.split(' ')).toHaveLength(12)
  })

  it('may send a story back with what has to change', async () => {
    const id = await submitted()
    const { file } = await request(id, 'verify')
    const answer = await reviewed(file, { answer: 'return', tasks: [{ field: 'result', text: '三十亩从哪里来的？' }] })
    await takeSlip(town.service, 'chen', answer.file)
    expect(await town.show(id)).toMatchObject({
      state: 'draft',
      tasks: [{ type: 'change', for: 'writer', text: '三十亩从哪里来的？' }],
    })
  })

  it('is carried out in its order, in whatever order the answers come', async () => {
    const id = await submitted()
    const verify = await request(id, 'verify')
    const approve = await request(id, 'approve')
    const approved = await reviewed(approve.file, { answer: 'agree' })
    const early = await takeSlip(town.service, 'chen', approved.file)
    expect(early).toMatchObject({ state: 'waiting', says: expect.stringContaining('还没到“审定”') })
    expect((await town.show(id)).state).toBe('submitted')
    // The village reviews too, so that nobody takes two steps in a row.
    const { id: there } = await takeSlip(village.service, undefined, verify.file)
    const verified = await answerSlip(village.service, there, stick, { answer: 'agree', senderName: '村里的会计' })
    await takeSlip(town.service, 'chen', verified.file)
    const story = await town.show(id)
    expect(story.state).toBe('approved')
    expect(story.events.filter(({ type }) => type === 'step').map(({ by, step }) => [by, step])).toEqual([
      ['陈静', 'submit'],
      ['村里的会计', 'verify'],
      ['县里的老李', 'approve'],
    ])
    expect((await showSlip(town.service, approved.id)).state).toBe('taken')
  })

  it('waits for a step that somebody takes here', async () => {
    const id = await submitted()
    const answer = await reviewed((await request(id, 'approve')).file, { answer: 'agree' })
    await takeSlip(town.service, 'chen', answer.file)
    expect((await town.step(id, 'zhou', 'verify')).state).toBe('approved')
  })

  it('taken in by several windows at once is carried out once', async () => {
    const id = await submitted()
    const answer = await reviewed((await request(id, 'verify')).file, {
      answer: 'agree',
      tasks: [{ text: '写得清楚' }],
    })
    await Promise.all([1, 2, 3].map(() => takeSlip(town.service, 'chen', answer.file)))
    const { state, events, tasks } = await town.show(id)
    expect([state, events.filter(({ step }) => step === 'verify').length, tasks.length]).toEqual(['verified', 1, 1])
    expect((await showSlip(town.service, answer.id)).state).toBe('taken')
  })

  it('waits where the check before publication stops it, and goes on when that is put right', async () => {
    const id = await submitted()
    await edit(town, id, { done: `${words()}，联系电话 13812345678。` }, 'wu')
    const { state } = await town.step(id, 'zhou', 'verify')
    expect(state).toBe('verified')
    const answer = await reviewed((await request(id, 'approve')).file, { answer: 'agree' })
    expect(await takeSlip(town.service, 'chen', answer.file)).toMatchObject({
      state: 'waiting',
      says: expect.stringContaining('发布前检查'),
    })
    const gate = await askAs<GateReport>(town.service, 'lin', 'GET', `/api/stories/${id}/gate`)
    for (const { id: finding } of gate.findings.filter(({ severity }) => severity === 'must')) {
      const body = { id: finding, reason: '是村里公开的值班电话' }
      await askAs(town.service, 'lin', 'POST', `/api/stories/${id}/gate/overrule`, body)
    }
    expect((await takeSlip(town.service, 'chen', answer.file)).state).toBe('taken')
    expect((await town.show(id)).state).toBe('approved')
  })

  it('does not let one reviewer take two steps in a row', async () => {
    const id = await submitted()
    const approve = await reviewed((await request(id, 'approve')).file, { answer: 'agree' })
    const verify = await reviewed((await request(id, 'verify')).file, { answer: 'agree' }, '换一个名字')
    await takeSlip(town.service, 'chen', approve.file)
    await takeSlip(town.service, 'chen', verify.file)
    expect((await town.show(id)).state).toBe('verified')
    expect(await showSlip(town.service, approve.id)).toMatchObject({
      state: 'out-of-date',
      says: expect.stringContaining('同一个人不接连办两步'),
    })
  })

  it('is out of date when the story was changed since, and changes nothing', async () => {
    const id = await submitted()
    const answer = await reviewed((await request(id, 'verify')).file, { answer: 'agree' })
    await edit(town, id, { failed: '送审以后改过。' }, 'zhou')
    expect(await takeSlip(town.service, 'chen', answer.file)).toMatchObject({
      state: 'out-of-date',
      says: '送审以后内容改过，这份意见针对的是改之前的稿子。',
    })
    expect((await town.show(id)).state).toBe('submitted')
  })

  it('counts once: a second answer, and an answer to a step that was taken here, change nothing', async () => {
    const id = await submitted()
    const { file } = await request(id, 'verify')
    const first = await reviewed(file, { answer: 'agree' })
    const second = await reviewed(file, { answer: 'return', note: '改主意了' })
    await takeSlip(town.service, 'chen', first.file)
    expect(await takeSlip(town.service, 'chen', second.file)).toMatchObject({
      state: 'out-of-date',
      says: expect.stringContaining('先到的算数'),
    })
    expect((await town.show(id)).state).toBe('verified')
    const other = await submitted()
    const late = await reviewed((await request(other, 'verify')).file, { answer: 'agree' })
    await town.step(other, 'zhou', 'verify')
    expect((await takeSlip(town.service, 'chen', late.file)).says).toBe('“核实”已经由周明办过了。')
  })

  it('knows a sender again by the key', async () => {
    const id = await submitted()
    const answer = await reviewed((await request(id, 'verify')).file, { answer: 'agree' })
    expect((await takeSlip(town.service, 'chen', answer.file)).known).toBe(true)
  })

  it('notices a record that was rewritten since the last request, however whole it looks there', async () => {
    const root = temporaryFolder(afterAll)
    const other = await openStoryDesk(root)
    const { id } = await other.tell(wholeRecord(`改写记录的事 ${words()}`))
    await other.step(id, 'chen', 'submit')
    const send = async () =>
      (await writeSlip(other.service, 'chen', id, stick, { type: 'review-request', step: 'verify' })).file
    expect((await takeSlip(county.service, undefined, await send())).says).toBe('对方请您核实。')
    // Everything is written anew, with right hashes throughout: their own doctor finds it whole.
    const { db } = other.service.session.access
    const events = await db.selectFrom('editorial_event').selectAll().orderBy('number').execute()
    const connection = openSqlite(libraryPaths(root).database)
    connection.exec("DELETE FROM editorial_event; DELETE FROM setting WHERE key = 'story-chain-head'")
    connection.close()
    const own = openLibraryForWriting(libraryPaths(root).database, new Date())
    for (const { body } of events) {
      const { number: _, previous: __, ...event } = JSON.parse(body)
      await own.db.transaction().execute((trx) => appendEvent(trx, { ...event, by: '改过的人' }))
    }
    await own.close()
    expect(await verifyChain(db)).not.toHaveProperty('broken')
    expect((await takeSlip(county.service, undefined, await send())).says).toContain('和以前送来的对不上（第 2 条）')
  })

  it('listens to nobody who was not asked', async () => {
    const id = await submitted()
    const { file } = await request(id, 'verify')
    await expect(takeSlip(town.service, 'chen', file)).rejects.toMatchObject({ code: 'SLIP_OWN' })
    const answer = await reviewed(file, { answer: 'agree' })
    await expect(takeSlip(village.service, undefined, answer.file)).rejects.toMatchObject({ code: 'SLIP_FOREIGN' })
    const list = await askAs<SlipView[]>(village.service, undefined, 'GET', '/api/slips')
    expect(list.map(({ id: slip }) => slip)).not.toContain(answer.id)
  })
})

describe('what happened to a file on its way', () => {
  let file = ''
  let sealedFile = ''
  beforeAll(async () => {
    const { media } = await keepMedia(village.service)
    const { id } = await askAs<{ id: string }>(village.service, undefined, 'POST', '/api/stories', {
      record: wholeRecord(`路上的事 ${words()}`, { media }),
    })
    file = (await writeSlip(village.service, undefined, id, stick, { type: 'submission' })).file
    sealedFile = (
      await writeSlip(village.service, undefined, id, stick, { type: 'submission', passphrase: '渠水清清有鱼八条' })
    ).file
  })
  const state = async () => {
    const { db } = town.service.session.access
    const rows = await Promise.all([
      db.selectFrom('slip').selectAll().orderBy('id').execute(),
      db.selectFrom('story').selectAll().orderBy('id').execute(),
      db.selectFrom('editorial_event').select('hash').orderBy('number').execute(),
      db.selectFrom('blob').select('sha256').orderBy('sha256').execute(),
    ])
    return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  }
  const refused = async (bytes: Uint8Array, codes: string | RegExp, passphrase?: string) => {
    const before = await state()
    const altered = path.join(stick, 'altered.slip')
    writeFileSync(altered, bytes)
    const error = await takeSlip(town.service, 'chen', altered, passphrase).then(
      () => undefined,
      (reason: Error & { code: string }) => reason,
    )
    expect(error?.code).toMatch(codes)
    expect(error?.message).toMatch(/[\u4e00-\u9fff]/)
    expect(await state()).toBe(before)
  }

  it('a changed byte anywhere is noticed', async () => {
    for (const source of [file, sealedFile]) {
      const whole = await bytesOf(source)
      // Opening a sealed one takes half a second, as it should.
      for (const part of source === file ? [0.0005, 0.01, 0.2, 0.5, 0.8, 0.97] : [0, 0.97]) {
        const bytes = Buffer.from(whole)
        const at = Math.floor(bytes.length * part) + 200
        bytes[at] = (bytes[at] ?? 0) ^ 0x41
        await refused(bytes, /^SLIP_(ALTERED|TRUNCATED|PASSPHRASE_WRONG)$/, '渠水清清有鱼八条')
      }
    }
  }, 60_000)

  it('a cut one says that it was not copied whole', async () => {
    const whole = await bytesOf(file)
    for (const length of [0, 10, 1000, whole.length / 2, whole.length - 1]) {
      await refused(whole.subarray(0, length), /^SLIP_(TRUNCATED|UNREADABLE)$/)
    }
    const closed = await bytesOf(sealedFile)
    for (const length of [30, closed.length - 1]) {
      await refused(closed.subarray(0, length), /^SLIP_(TRUNCATED|ALTERED)$/, '渠水清清有鱼八条')
    }
  }, 60_000)

  it('a wrong or missing passphrase opens nothing, and spaces around it do not matter', async () => {
    const bytes = await bytesOf(sealedFile)
    await refused(bytes, 'SLIP_PASSPHRASE_WRONG', '渠水清清没鱼八条')
    await refused(bytes, 'SLIP_PASSPHRASE_MISSING')
    expect(bytes.includes('路上的事')).toBe(false)
    expect((await takeSlip(town.service, 'chen', sealedFile, ' 渠水清清有鱼八条 ')).state).toBe('taken')
  })

  it('other files are none', async () => {
    await refused(Buffer.from('这是一封信'), 'SLIP_UNREADABLE')
    await refused(Buffer.from('XINHUO-SLIP-SEALED 1\n{}\nabc'), /^SLIP_(ALTERED|TRUNCATED)$/, '渠水清清有鱼八条')
  })

  it('a short passphrase seals nothing', async () => {
    const id = await submitted()
    await expect(request(id, 'verify', { passphrase: '1234567' })).rejects.toMatchObject({
      code: 'SLIP_PASSPHRASE_SHORT',
    })
  })
})

describe('a submission that is sent back', () => {
  const submitFrom = async (id: string) =>
    (await writeSlip(village.service, undefined, id, stick, { type: 'submission', senderName: '高岭村 王老师' })).file
  const tell = async () => {
    const text = words()
    const record = wholeRecord(`退回来的事${number} ${text}`, { done: text, problem: `${text}难` })
    return (await askAs<{ id: string }>(village.service, undefined, 'POST', '/api/stories', { record })).id
  }
  const sendBack = async (id: string) => {
    const slip = await takeSlip(town.service, 'chen', await submitFrom(id))
    await town.step(id, 'zhou', 'return', {
      reason: '来源说不清',
      changes: [{ field: 'failed', text: '花了多少工？' }],
    })
    return slip
  }
  const slipOf = async (desk: StoryDesk, id: string) =>
    (await askAs<SlipView[]>(desk.service, undefined, 'GET', '/api/slips')).find((one) => one.id === id)

  it('tells whoever told it what has to change, in a file', async () => {
    const id = await tell()
    const slip = await sendBack(id)
    expect(await slipOf(town, slip.id)).toMatchObject({ state: 'taken', returned: true })
    const { file } = await answerSlip(town.service, slip.id, stick, { answer: 'return' })
    expect(await slipOf(town, slip.id)).not.toHaveProperty('returned')
    expect(await takeSlip(village.service, undefined, file)).toMatchObject({ state: 'taken', answer: 'return' })
    const { state, tasks } = await village.show(id)
    expect(state).toBe('draft')
    expect(tasks.map(({ type, field, text }) => [type, field, text])).toEqual([
      ['change', undefined, '来源说不清'],
      ['change', 'failed', '花了多少工？'],
    ])
    expect(await takeSlip(village.service, undefined, file)).toMatchObject({ state: 'taken' })
    expect((await village.show(id)).tasks).toHaveLength(2)
    expect(await slipOf(village, slip.id)).toMatchObject({ state: 'answered' })
  })

  it('opens a story again that its teller had submitted there as well', async () => {
    const id = await tell()
    await village.step(id, undefined, 'submit')
    const slip = await sendBack(id)
    const { file } = await answerSlip(town.service, slip.id, stick, { answer: 'return' })
    expect(await takeSlip(village.service, undefined, file)).toMatchObject({ state: 'taken' })
    const { state, tasks, events } = await village.show(id)
    expect(state).toBe('draft')
    expect(tasks.map(({ text }) => text)).toEqual(['花了多少工？'])
    expect(events.findLast(({ step }) => step === 'return')).toMatchObject({ reason: '来源说不清' })
    await edit(village, id, { failed: '多花了三个工。' })
    expect(await takeSlip(town.service, 'chen', await submitFrom(id))).toMatchObject({ state: 'taken' })
    expect(await town.show(id)).toMatchObject({ state: 'submitted', record: { failed: '多花了三个工。' } })
  })

  it('is written to only once it has been sent back, and nobody can agree to it by file', async () => {
    const slip = await takeSlip(town.service, 'chen', await submitFrom(await tell()))
    const answer = (said: string) => answerSlip(town.service, slip.id, stick, { answer: said })
    await expect(answer('return')).rejects.toMatchObject({ code: 'SLIP_NOT_RETURNED' })
    await expect(answer('agree')).rejects.toMatchObject({ code: 'SLIP_ANSWER_NOT_ASKED' })
  })
})
