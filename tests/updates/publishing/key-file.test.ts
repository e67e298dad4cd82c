import { Metadata, Targets } from '@tufjs/models'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createKeyFile,
  type KeyFile,
  readKeyFile,
  unlockKeyFile,
} from '../../../library/updates/publishing/key-file.ts'
import { signMetadata, tufKey } from '../../../library/updates/publishing/signer.ts'

const facts = { name: 'root-1', role: 'root', holder: '张三' } as const
const PASSPHRASE = '山高月小水落石出'

describe('a key file', { timeout: 120_000 }, () => {
  let file: KeyFile
  beforeAll(async () => {
    file = (await createKeyFile(facts, PASSPHRASE)).file
  })

  it('gives a key that signs as TUF expects, for the right passphrase only', async () => {
    const signer = await unlockKeyFile(readKeyFile(JSON.stringify(file), 'root-1.key.json'), PASSPHRASE)
    const metadata = new Metadata(new Targets({ version: 1, specVersion: '1.0.34', expires: '2099-01-01T00:00:00Z' }))
    signMetadata(metadata, [signer])
    expect(() => tufKey(file.public).verifySignature(metadata)).not.toThrow()
    expect(Object.keys(metadata.signatures)).toEqual([file.keyId])
    await expect(unlockKeyFile(file, `${PASSPHRASE}。`)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
  })

  it('takes a passphrase however its characters are encoded', async () => {
    const { file: accented } = await createKeyFile(facts, 'été à la plage'.normalize('NFC'))
    await expect(unlockKeyFile(accented, 'été à la plage'.normalize('NFD'))).resolves.toMatchObject({ name: 'root-1' })
  })

  it('holds neither its passphrase nor its secret in the open', () => {
    const text = JSON.stringify(file)
    expect(text).not.toContain(PASSPHRASE)
    expect(Object.keys(file).sort()).toEqual(
      ['cipher', 'format', 'holder', 'iv', 'kdf', 'keyId', 'name', 'public', 'role', 'secret', 'tag'].sort(),
    )
    // A PKCS #8 Ed25519 key begins with these bytes when it is not sealed.
    expect(file.secret).not.toMatch(/^302e020100300506032b6570/)
  })

  it.each(['', '       ', 'short', '1234567', 'aaaaaaaaaaaa', '        山高月小        '])(
    'refuses %j as a passphrase',
    async (weak) => {
      await expect(createKeyFile(facts, weak)).rejects.toMatchObject({ code: 'PASSPHRASE_WEAK' })
    },
  )

  it.each([
    ['no JSON', (text: string) => text.slice(1)],
    ['cut off', (text: string) => text.slice(0, -10)],
    ['another format', (text: string) => text.replace('"format":1', '"format":2')],
    ['another public key', (text: string) => text.replace(/"public":"../, '"public":"00')],
    ['a key that takes all memory', (text: string) => text.replace('131072', '1073741824')],
    ['something more', (text: string) => text.replace('{', '{"more":1,')],
  ])('is refused as damaged: %s', (_name, damage) => {
    expect(() => readKeyFile(damage(JSON.stringify(file)), 'U盘/root-1.key.json')).toThrow(
      expect.objectContaining({ code: 'KEY_FILE_DAMAGED', why: 'U盘/root-1.key.json' }),
    )
  })

  it('is refused when anything in it was altered, with the passphrase right', async () => {
    const text = JSON.stringify(file)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: text.length - 1 }),
        fc.integer({ min: 0, max: 6 }),
        async (at, bit) => {
          const altered = `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ (1 << bit))}${text.slice(at + 1)}`
          fc.pre(altered.toLowerCase() !== text.toLowerCase())
          await expect((async () => unlockKeyFile(readKeyFile(altered, 'x'), PASSPHRASE))()).rejects.toMatchObject({
            code: expect.stringMatching(/KEY_FILE_DAMAGED|PASSPHRASE_WRONG/),
          })
        },
      ),
      { numRuns: 25 },
    )
  })
})
