import { buildDocument, type DocumentSection } from '../../documents/build-document.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { MaterialRecord } from '../materials/material.schema.ts'
import type { MaterialView } from '../materials/material-view.ts'
import { citedStates } from '../materials/validity/find-changes.ts'
import type { PictureOf } from '../pptx/pack-pictures.ts'
import { agendaOf } from './agenda.ts'
import { drillSheet } from './drill-sheet.ts'
import { cardsOf } from './feedback-cards.ts'
import { guideSheet } from './guide-sheet.ts'
import { drillHandoutOf, handoutOf } from './handout.ts'
import { minutesOf } from './minutes-paper.ts'
import { noticeOf } from './notice.ts'
import { openPaperContext, type PaperContext } from './paper-context.ts'
import { nothingOnIt, paperNotOfThis } from './paper-error.ts'
import { PAPER_NAMES } from './paper-names.ts'
import { PAPER_WIDTH, paperPages } from './paper-pages.ts'
import { pageHeader, paperTitle } from './paper-type.ts'
import { PAPERS_OF, type Paper } from './papers-of.ts'
import { printableRecord } from './printable-record.ts'
import { roleCards } from './role-cards.ts'
import { scriptOf } from './script.ts'
import { signInOf } from './sign-in.ts'

export interface PaperOptions {
  /** `YYYY-MM-DD`; validity is looked up for it, and the notice is dated by it. */
  readonly today: string
  /** Cleaned copies of the pictures, as for the slides. */
  readonly pictureOf: PictureOf
}

/**
 * One paper of a material as .docx: the same bytes for the same material on the same day.
 * @throws {PaperError} PAPER_NOT_OF_THIS when the type of material has no such paper, PAPER_NOTHING_ON_IT when nothing
 * would stand on it
 */
export async function makePaper(
  library: LibraryAccess,
  view: Pick<MaterialView, 'record'>,
  what: Paper,
  { today, pictureOf }: PaperOptions,
): Promise<Uint8Array> {
  const record = printableRecord(view.record)
  if (!PAPERS_OF[record.type].includes(what)) throw paperNotOfThis(what, record.type, PAPERS_OF[record.type])
  const states = await citedStates(library, view.record, today)
  const sections = await paperSections(record, what, openPaperContext({ states, today, pictureOf }))
  return buildDocument({ title: `${record.title} ${PAPER_NAMES[what]}`, kept: true, sections })
}

async function paperSections(record: MaterialRecord, what: Paper, context: PaperContext): Promise<DocumentSection[]> {
  if (what === 'needs-card') return [cardsOf(record, 'needs')]
  if (what === 'feedback-card') return [cardsOf(record, 'feedback')]
  if (what === 'roles' || what === 'drill') return drillPapers(record, what, context)
  if (what === 'guide') return guidePapers(record, context)
  if (record.type === 'drill') return drillHandoutOf(record, context)
  if (record.type !== 'meeting') throw paperNotOfThis(what, record.type, PAPERS_OF[record.type])
  switch (what) {
    case 'notice':
      return record.parts.length === 0
        ? [noticeOf(record, context.today)]
        : [noticeOf(record, context.today), agendaOf(record, '附件')]
    case 'agenda':
      return [agendaOf(record)]
    case 'script':
      return scriptOf(record, context)
    case 'handout':
      return handoutOf(record, context)
    case 'sign-in':
      return [signInOf(record)]
    case 'minutes':
      return [minutesOf(record)]
  }
}

/** The drills of a meeting, or the one that it is: each on its own pages. */
async function drillPapers(
  record: MaterialRecord,
  what: 'roles' | 'drill',
  context: PaperContext,
): Promise<DocumentSection[]> {
  const drills =
    record.type === 'drill'
      ? [{ drill: record, partId: '' }]
      : record.type === 'meeting'
        ? record.parts.flatMap((part) =>
            part.type === 'scene' && part.drill ? [{ drill: part.drill, partId: part.id }] : [],
          )
        : []
  const shown = what === 'roles' ? drills.filter(({ drill }) => drill.roles.length > 0) : drills
  if (shown.length === 0) {
    throw drills.length === 0
      ? nothingOnIt(what, '这场会里没有情景演练。', '先在提纲里加一个“情景”环节，选一个演练，再印。')
      : nothingOnIt(what, '演练里还没有写角色。', '先给演练写上角色，再印角色卡。')
  }
  const sections: DocumentSection[] = []
  for (const { drill, partId } of shown) {
    const children =
      what === 'roles'
        ? roleCards(drill)
        : [...paperTitle('演练单', drill.title), ...(await drillSheet(drill, partId, context))]
    sections.push(paperPages(children, pageHeader(drill.title, PAPER_NAMES[what], PAPER_WIDTH)))
  }
  return sections
}

/** The step-by-step guides of a meeting, or the one that it is. */
async function guidePapers(record: MaterialRecord, context: PaperContext): Promise<DocumentSection[]> {
  const guides =
    record.type === 'guide'
      ? [{ guide: record, partId: '' }]
      : record.type === 'meeting'
        ? record.parts.flatMap((part) =>
            part.type === 'exercise' && part.guide ? [{ guide: part.guide, partId: part.id }] : [],
          )
        : []
  if (guides.length === 0)
    throw nothingOnIt('guide', '这场会里没有操作指南。', '先在“练习”环节里选一个操作指南，再印。')
  const sections: DocumentSection[] = []
  for (const { guide, partId } of guides) {
    const children = [...paperTitle('操作指南', guide.title), ...(await guideSheet(guide, partId, context))]
    sections.push(paperPages(children, pageHeader(guide.title, '操作指南', PAPER_WIDTH)))
  }
  return sections
}
