import { AppError } from '../../errors/app-error.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { KeptStory } from '../kept-story.ts'
import { eventsOf } from '../process/event-chain.ts'
import { checkChildren, checkSchools } from './checks/children-check.ts'
import { checkCompleteness } from './checks/completeness-check.ts'
import { checkConsents } from './checks/consent-check.ts'
import { checkDuplicates } from './checks/duplicate-check.ts'
import { checkLinks } from './checks/link-check.ts'
import { checkPictures } from './checks/picture-check.ts'
import { checkSources } from './checks/source-check.ts'
import { checkTexts } from './checks/text-check.ts'
import { checkUnlisted } from './checks/unlisted-check.ts'
import { type Found, withIds } from './found.ts'
import type { GateReport } from './gate-view.ts'
import { withOverrulings } from './overrulings.ts'

type Check = readonly [name: string, run: () => readonly Found[] | Promise<readonly Found[]>]

/**
 * Everything that must not, or should not, get out with a story as it stands now, with what was overruled and by whom.
 * A check that cannot run stops the story as well: nobody knows what it would have found.
 */
export async function checkStory(library: LibraryAccess, story: KeptStory): Promise<GateReport> {
  const { record } = story
  const checks: readonly Check[] = [
    ['个人信息和涉密标志', () => checkTexts(record)],
    ['本人同意', () => [...checkConsents(record), ...checkUnlisted(record)]],
    ['未成年人', () => [...checkChildren(record), ...checkSchools(record)]],
    ['来源', () => checkSources(record, (sha256) => library.blobs.has(sha256))],
    ['图片和影音', () => checkPictures(library, record)],
    ['条文链接', () => checkLinks(library, record)],
    ['重复的故事', () => checkDuplicates(library, story)],
    ['缺少的部分', () => checkCompleteness(record)],
  ]
  const found: Found[] = []
  for (const [name, run] of checks) {
    try {
      found.push(...(await run()))
    } catch (error) {
      found.push(notRun(name, error))
    }
  }
  const findings = withOverrulings(withIds(found), await eventsOf(library.db, 'story', story.id))
  const passes = findings.every(({ severity, overruled }) => severity !== 'must' || overruled !== undefined)
  return { storyId: story.id, recordSha256: story.recordSha256, passes, findings }
}

const notRun = (name: string, error: unknown): Found => ({
  code: 'not-run',
  severity: 'must',
  place: { field: '' },
  says: `“${name}”这一项没有查成。`,
  todo: `${error instanceof AppError ? `${error.message} ` : ''}请再查一次；反复出现时请导出日志交给内容管理单位。`,
  about: [name],
})
