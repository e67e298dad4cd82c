// A process that does one thing to a publisher's folder, for a parent that kills it before a call to the disk:
// `publishing-child.ts LIBRARY FOLDER PASSPHRASES publish`, `… promote`, `… rotate NAME`. PASSPHRASES is JSON.
import { openLibrarySession } from '../../../library/service/library-session.ts'
import { spawnReadersHere } from '../../../library/service/spawn-readers.ts'
import { changeKey } from '../../../library/updates/publishing/change-key.ts'
import { openFolder, withFolder } from '../../../library/updates/publishing/open-folder.ts'
import { publishChannel } from '../../../library/updates/publishing/publish-channel.ts'
import { unlockSigners } from '../../../library/updates/publishing/unlock-signers.ts'

const [root = '', directory = '', secrets = '', task = '', name = ''] = process.argv.slice(2)
const passphrases: Record<string, string> = JSON.parse(secrets)
const { definition, root: trusted } = await openFolder(directory)
const roles = ['root', 'targets', 'release'] as const
const signers = await unlockSigners({ directory, definition, root: trusted, passphrases, roles })

const session = await openLibrarySession({ root, spawnReader: spawnReadersHere() })
const begins: unknown = Reflect.get(globalThis, 'storageWorkBegins')
if (typeof begins === 'function') begins()
process.stdout.write('open\n')
if (task === 'rotate') {
  const change = { directory, name, because: 'rotated' as const, newPassphrase: '新换的口令也很长', signers }
  await withFolder(directory, () => changeKey(change, new Date()))
} else {
  const release = { directory, stage: 'released' as const, notes: '', signers, promote: task === 'promote' }
  await publishChannel(session.access, release, { signal: new AbortController().signal, report: () => {} })
}
process.stdout.write('done\n')
process.exit()
