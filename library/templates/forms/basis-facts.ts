import type { Kysely } from 'kysely'
import { findContent } from '../../items/items.repository.ts'
import { localDate } from '../../items/record-revision.ts'
import type { Validity } from '../../items/validity.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { chineseDate } from '../document/chinese-date.ts'
import { hasChanged, openValidityNow } from './basis-record.ts'
import type { BasisRecord } from './form-view.ts'
import type { KeptForm } from './forms.repository.ts'

/** A text relied on, with all its provisions, in words for paper. */
export interface BasisText {
  /** 《社会救助暂行办法》第九条、第十条 */
  readonly named: string
  /** 现行, or that this library does not have it. */
  readonly validity: string
  /** 2014年2月21日公布，2014年5月1日施行 */
  readonly dates: string
  /** The first characters of the revision. */
  readonly revision: string
}

/** What a basis sheet says. */
export interface BasisFacts {
  readonly title: string
  readonly templateTitle: string
  readonly templateRevision: string
  readonly code: string
  /** 2026年11月21日 */
  readonly finishedOn: string
  readonly libraryVersion: string
  readonly docxSha256: string
  readonly texts: readonly BasisText[]
  /** What is otherwise by now, when the sheet is made later. */
  readonly changes: readonly string[]
  /** What was said and let stand when the form was finished. */
  readonly stood: readonly string[]
}

const VALIDITIES: Readonly<Record<Validity, string>> = {
  'in-force': '现行有效',
  'not-yet': '尚未生效',
  amended: '已修改',
  repealed: '已废止',
  expired: '已失效',
}

/** Gathers what the sheet of a finished form says. */
export async function basisFacts(db: Kysely<LibraryTables>, form: KeptForm, now: Date): Promise<BasisFacts> {
  const today = localDate(now)
  const basis = await openValidityNow(db, today)(form.basis)
  const texts = [...Map.groupBy(basis, ({ title, revision }) => `${title} ${revision}`).values()]
  const finishedOn = chineseDate(localDate(new Date(form.finishedAt ?? form.updatedAt))) ?? ''
  return {
    title: form.title,
    templateTitle: form.templateTitle,
    templateRevision: form.revision.slice(0, 12),
    code: form.code ?? '',
    finishedOn,
    libraryVersion: form.libraryVersion ?? '',
    docxSha256: form.docxSha256 ?? '',
    texts: await Promise.all(texts.map((records) => basisText(db, records))),
    changes: texts.flatMap((records) => changeOf(records, chineseDate(today) ?? today)),
    stood: form.letStand.map(({ severity, says }) => `${severity === 'must' ? '［坚持保留］' : ''}${says}`),
  }
}

async function basisText(db: Kysely<LibraryTables>, records: readonly BasisRecord[]): Promise<BasisText> {
  const { title = '', revision, validity } = records[0] ?? {}
  const content = revision === undefined ? undefined : await findContent(db, revision)
  const said = [
    content?.issuedOn && `${chineseDate(content.issuedOn)}公布`,
    content?.effectiveFrom && `${chineseDate(content.effectiveFrom)}施行`,
    content?.repealedOn && `${chineseDate(content.repealedOn)}废止`,
    content?.expiresOn && `有效至${chineseDate(content.expiresOn)}`,
  ].filter(Boolean)
  return {
    named: `《${title.replace(/^《(.*)》$/, '$1')}》${records.flatMap(({ provision }) => provision ?? []).join('、')}`,
    validity: validity === undefined ? '资料库中没有，请自行核对' : VALIDITIES[validity],
    dates: [content?.documentNumber, said.join('，')].filter(Boolean).join('\n') || '—',
    revision: revision?.slice(0, 12) ?? '—',
  }
}

function changeOf(records: readonly BasisRecord[], today: string): string[] {
  const changed = records.find(hasChanged)
  if (!changed) return []
  const now = changed.validityNow === undefined ? '已撤回' : VALIDITIES[changed.validityNow]
  return [`${today}打印本页时，《${changed.title}》的这个版本${now}。`]
}
