import { describe, expect, it } from 'vitest'
import type { PublishedVersion, PublisherKey } from '../../../library/updates/publishing/publishing-view.ts'
import { neededPassphrases, stillMissing } from '../../../renderer/publishing/keys/needed-passphrases.ts'
import { passphrasesMissing, workingKeys } from '../../../renderer/publishing/release/working-keys.ts'

const key = (name: string): PublisherKey => ({
  name,
  role: name.split('-')[0] as PublisherKey['role'],
  keyId: '00',
  holder: '张三',
})
const keys = ['root-1', 'root-2', 'root-4', 'release-1', 'targets-2'].map(key)
const released: PublishedVersion = {
  version: 1,
  publishedAt: '2026-01-01T00:00:00Z',
  items: 1,
  notes: '',
  signaturesEndAt: '2029-01-01T00:00:00Z',
}
const channel = { keys, threshold: 2, released }
const names = (list: readonly PublisherKey[]) => list.map(({ name }) => name)

describe('the passphrases that a new key takes', () => {
  it('are those of any two root keys, the one that goes included, when it is changed as planned', () => {
    const needed = neededPassphrases(channel, key('root-1'), 'rotate')
    expect([names(needed.roots), needed.rootCount, needed.others]).toEqual([['root-1', 'root-2', 'root-4'], 2, []])
  })

  it('leave out a root key that is revoked', () => {
    expect(names(neededPassphrases(channel, key('root-2'), 'revoke').roots)).toEqual(['root-1', 'root-4'])
  })

  it('include the other working key, which signs what was published anew', () => {
    expect(names(neededPassphrases(channel, key('targets-2'), 'rotate').others)).toEqual(['release-1'])
    expect(names(neededPassphrases(channel, key('release-1'), 'revoke').others)).toEqual(['targets-2'])
  })

  it('are the root keys alone while nothing was published', () => {
    expect(neededPassphrases({ keys, threshold: 2 }, key('targets-2'), 'rotate').others).toEqual([])
  })

  it('are missing until enough root keys and every other one were typed', () => {
    const needed = neededPassphrases(channel, key('targets-2'), 'rotate')
    expect(stillMissing(needed, ['root-1', 'release-1'])).toEqual({ kind: 'roots' })
    expect(stillMissing(needed, ['root-1', 'root-4'])).toEqual({ kind: 'key', name: 'release-1' })
    expect(stillMissing(needed, ['root-1', 'root-4', 'release-1'])).toBeUndefined()
  })
})

describe('signing a release', () => {
  it('asks for the key of the content first, then for that of the release', () => {
    expect(names(workingKeys(keys))).toEqual(['targets-2', 'release-1'])
    expect(passphrasesMissing(keys, ['release-1'])).toEqual(['targets-2'])
  })
})
