import { describe, expect, it } from 'vitest'
import { Session, type SessionPlace } from '../../../renderer/service/session.ts'

interface Sent {
  readonly address: string
  readonly body: unknown
}

function place(hash: string, answer: () => Response, protocol = 'http:') {
  const kept = new Map<string, string>()
  const addresses: string[] = []
  const sent: Sent[] = []
  const at: SessionPlace = {
    location: { hash, pathname: '/item/tudi', search: '?q=宅基地', protocol },
    history: { replaceState: (_state, _unused, address) => void addresses.push(String(address)) },
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    },
    fetch: async (address, init) => {
      sent.push({ address: String(address), body: JSON.parse(String(init?.body)) })
      return answer()
    },
  }
  return { at, addresses, sent }
}

describe('when the window opens with a ticket in its address', () => {
  it('exchanges the ticket for a token and takes it out of the address', async () => {
    const { at, addresses, sent } = place('#ticket=abc', () => Response.json({ token: 'secret' }))
    const session = new Session(at)
    await session.open()
    expect(session.token).toBe('secret')
    expect(sent).toEqual([{ address: '/api/session', body: { ticket: 'abc' } }])
    expect(addresses).toEqual(['/item/tudi?q=宅基地'])
  })

  it('takes the ticket out of the address even when the service refuses it', async () => {
    const { at, addresses } = place('#ticket=used', () => Response.json({}, { status: 401 }))
    const session = new Session(at)
    await session.open()
    expect(session.token).toBeUndefined()
    expect(addresses).toHaveLength(1)
  })

  it('keeps an earlier token when a used ticket comes again with a reload', async () => {
    const { at } = place('#ticket=used', () => Response.json({}, { status: 401 }))
    at.storage.setItem('xinhuo.token', 'earlier')
    const session = new Session(at)
    await session.open()
    expect(session.token).toBe('earlier')
  })
})

it('leaves the anchor of a passage in the address alone', async () => {
  const { at, addresses, sent } = place('#第六十二条', () => Response.json({}))
  await new Session(at).open()
  expect(addresses).toEqual([])
  expect(sent).toEqual([])
})

it('asks for no token in the desktop shell, whose pipe needs none', async () => {
  const { at, sent } = place('#ticket=abc', () => Response.json({ token: 'secret' }), 'app:')
  await new Session(at).open()
  expect(sent).toEqual([])
})
