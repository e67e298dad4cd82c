import path from 'node:path'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { fingerprintWordList } from '../../library/updates/fingerprint-words.ts'
import type { ChannelView, TrustOffer } from '../../library/updates/update-view.ts'
import { createWorkshop, makeKey, policy } from './channel-workshop.ts'
import { startReceiver } from './receiver.ts'

const items = [{ revisions: [policy('yinshui', '溪口镇饮水办法', ['水费按月公布。'])] }]
const rootOf = (directory: string, version = 1) => path.join(directory, 'metadata', `${version}.root.json`)

describe('first trust', () => {
  it('shows who speaks, and twelve words that stay while the root keys stay', async () => {
    const workshop = createWorkshop()
    workshop.publish({ version: 1, items })
    const receiver = await startReceiver()
    const inspect = () => receiver.send<TrustOffer>('POST', '/api/channels/inspect', { from: workshop.directory })
    const before = await inspect()
    expect(before).toMatchObject({ id: 'ceshi-pindao', publisher: '溪口镇内容办公室', known: false, installed: false })
    expect(before.fingerprint.words).toHaveLength(12)
    const changed = { ...workshop.keys, targets: makeKey() }
    workshop.writeRoot(2, changed)
    workshop.publish({ version: 2, items, keys: changed })
    expect((await inspect()).fingerprint).toEqual(before.fingerprint)
    await receiver.trust(workshop.directory)
    expect(await inspect()).toMatchObject({ known: true })
  })

  it('refuses words that are not those of the source', async () => {
    const [workshop, other] = [createWorkshop(), createWorkshop()]
    for (const one of [workshop, other]) one.publish({ version: 1, items })
    const receiver = await startReceiver()
    const { fingerprint } = await receiver.send<TrustOffer>('POST', '/api/channels/inspect', { from: other.directory })
    const trust = receiver.send('POST', '/api/channels', { from: workshop.directory, fingerprint: fingerprint.hex })
    await expect(trust).rejects.toMatchObject({ answer: { error: { code: 'FINGERPRINT_DIFFERS' } } })
    expect(await receiver.get<ChannelView[]>('/api/channels')).toEqual([])
  })

  it('takes a root file that came another way, also an older one that leads to the newest', async () => {
    const workshop = createWorkshop()
    const changed = { ...workshop.keys, roots: [makeKey(), makeKey(), makeKey()] }
    workshop.writeRoot(2, changed, [...workshop.keys.roots.slice(0, 2), ...changed.roots.slice(0, 2)])
    workshop.publish({ version: 1, items })
    const receiver = await startReceiver()
    const body = { from: workshop.directory, root: rootOf(workshop.directory) }
    expect(await receiver.send('POST', '/api/channels', body)).toMatchObject({ id: 'ceshi-pindao' })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ version: 1, new: 1 })
  })

  it('refuses a root file of somebody else', async () => {
    const [workshop, other] = [createWorkshop(), createWorkshop()]
    workshop.publish({ version: 1, items })
    const receiver = await startReceiver()
    const body = { from: workshop.directory, root: rootOf(other.directory) }
    await expect(receiver.send('POST', '/api/channels', body)).rejects.toMatchObject({
      answer: { error: { code: 'PACK_FORGED' } },
    })
  })

  it('has words that no two of them sound alike', () => {
    expect(fingerprintWordList).toHaveLength(256)
    const sounds = fingerprintWordList.map((word) => pinyin(word, { toneType: 'none' }))
    expect(new Set(sounds).size).toBe(256)
    expect(fingerprintWordList.every((word) => [...word].length === 2)).toBe(true)
  })

  it('has nothing to compare where root keys were changed by those before them, and shows the new words after the update', async () => {
    const workshop = createWorkshop()
    workshop.publish({ version: 1, items })
    const receiver = await startReceiver()
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    const changed = { ...workshop.keys, roots: [makeKey(), makeKey(), makeKey()] }
    workshop.writeRoot(2, changed, [...workshop.keys.roots.slice(0, 2), ...changed.roots.slice(0, 2)])
    workshop.publish({ version: 2, items })
    const inspect = () => receiver.send<TrustOffer>('POST', '/api/channels/inspect', { from: workshop.directory })
    const found = await inspect()
    expect(found).toMatchObject({ known: true, replaces: false })
    const shown = async () => (await receiver.get<ChannelView[]>('/api/channels'))[0]?.fingerprint
    expect(await shown()).not.toEqual(found.fingerprint)
    await receiver.apply(workshop.directory)
    expect(await shown()).toEqual(found.fingerprint)
  })

  it('warns where a channel of the same id speaks with keys that nothing leads to', async () => {
    const [workshop, other] = [createWorkshop(), createWorkshop()]
    for (const one of [workshop, other]) one.publish({ version: 1, items })
    const receiver = await startReceiver()
    const inspect = (from: string) => receiver.send<TrustOffer>('POST', '/api/channels/inspect', { from })
    expect(await inspect(other.directory)).toMatchObject({ known: false, replaces: false })
    await receiver.trust(workshop.directory)
    expect(await inspect(other.directory)).toMatchObject({ known: false, replaces: true })
    expect(await inspect(workshop.directory)).toMatchObject({ known: true, replaces: false })
  })
})
