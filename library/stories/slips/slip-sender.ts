import type { Kysely } from 'kysely'
import { senderCode } from '../../feedback/sender-identity.ts'
import { findSetting } from '../../settings/settings.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { fingerprintWords } from '../../updates/fingerprint.ts'
import type { OfficePerson, OfficeRole } from '../process/process-view.ts'
import { type StepTaker, XINHUO } from '../process/step-offers.ts'
import { readOffice, THIS_COMPUTER } from '../process/story-office.ts'

/** Where the name is kept that is written on what is sent. */
const SENDER_KEY = 'report-sender'

/** A sender's key in words, to be compared over the telephone; the same words as on the sites that it signs. */
export const senderFingerprint = (publicKey: string): string => fingerprintWords(publicKey).join(' ')

/** What to write as the sender: the person, else the name that was given on this machine, else the office. */
export async function senderNameFor(
  db: Kysely<LibraryTables>,
  person: OfficePerson,
  publicKey: string,
): Promise<string> {
  if (person.id !== THIS_COMPUTER.id) return person.name
  const given = (await findSetting(db, SENDER_KEY))?.trim() || (await readOffice(db)).name.trim()
  return given || senderCode(publicKey)
}

/** A sender's name as it stands in the record here; nobody elsewhere is 薪火 or this computer. */
export function reviewerName({ name, publicKey }: { readonly name: string; readonly publicKey: string }): string {
  const plain = name
    .toWellFormed()
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const isReserved = ['', THIS_COMPUTER.name, XINHUO.name].includes(plain.replaceAll(' ', ''))
  return isReserved ? `外来寄件人 ${senderCode(publicKey)}` : plain
}

/** A reviewer elsewhere as one who takes a step here. */
export const reviewer = (
  sender: { readonly name: string; readonly publicKey: string },
  role: OfficeRole,
): StepTaker => ({
  id: `sender-${sender.publicKey.slice(0, 16)}`,
  name: reviewerName(sender),
  roles: [role],
  sender: sender.publicKey,
})
