import { describe, expect, it } from 'vitest'
import { Secrets } from '../../../renderer/publishing/secrets.ts'

describe('passphrases on their way to the service', () => {
  it('are gone once they are taken', () => {
    const secrets = new Secrets()
    secrets.hold('targets-1', 'eins zwei drei')
    secrets.hold('release-1', 'vier fünf sechs')
    expect(secrets.take()).toEqual({ 'targets-1': 'eins zwei drei', 'release-1': 'vier fünf sechs' })
    expect(secrets.names).toEqual([])
    expect(secrets.take()).toEqual({})
  })

  it('stay for another attempt when they are only read', () => {
    const secrets = new Secrets()
    secrets.hold('root-1', 'eins zwei drei')
    expect(secrets.read()).toEqual({ 'root-1': 'eins zwei drei' })
    expect(secrets.has('root-1')).toBe(true)
    secrets.forget()
    expect(secrets.has('root-1')).toBe(false)
  })

  it('are not held for a field that was emptied', () => {
    const secrets = new Secrets()
    secrets.hold('root-1', 'eins')
    secrets.hold('root-1', '')
    expect(secrets.names).toEqual([])
  })

  it('do not show when the object is written out', () => {
    const secrets = new Secrets()
    secrets.hold('root-1', 'eins zwei drei')
    expect(JSON.stringify(secrets)).not.toContain('eins')
  })
})
