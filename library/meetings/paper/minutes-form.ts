import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { KeptForm } from '../../templates/forms/forms.repository.ts'
import { startForm } from '../../templates/forms/start-form.ts'
import { cellsOf, withCell } from '../../templates/forms/values-by-path.ts'
import { readTemplate } from '../../templates/read-template.ts'
import { fileNameOf } from '../../templates/schema/file-name.ts'
import type { FormData, TemplateSchema } from '../../templates/template-schema.ts'
import type { MaterialView } from '../materials/material-view.ts'
import type { MeetingRecord } from '../outline/outline.schema.ts'
import { namesOf } from './meeting-facts.ts'
import { minutesTemplateMissing, paperNotOfThis } from './paper-error.ts'
import { PAPERS_OF } from './papers-of.ts'
import { printableRecord } from './printable-record.ts'

/** Forms that a meeting's minutes are written on, the first that is here. */
const TEMPLATES = ['会议纪要', '会议记录']

/** What a meeting says of its own minutes, by the fields of 会议纪要 and 会议记录. */
export function minutesValues(record: MeetingRecord): FormData {
  const host = record.people.find(({ part, name }) => part === 'host' && name !== '')
  const present = [...new Set(record.people.filter(({ part }) => part !== 'recorder').map(({ name }) => name))]
  const todo = record.parts.flatMap((part) => (part.type === 'closing' ? part.todo : []))
  const values: Readonly<Record<string, string | readonly Readonly<Record<string, string>>[] | undefined>> = {
    会议名称: record.title.replace(/(?:会议)?(?:纪要|记录)$/u, ''),
    会议日期: record.on,
    会议时间: record.startsAt,
    会议地点: record.place,
    主持人: host && [host.post, host.name].filter(Boolean).join(' '),
    出席人员: present.filter(Boolean).join('、'),
    记录人: namesOf(record, 'recorder'),
    发文机关: record.office,
    印发机关: record.office,
    议定事项: todo.map(({ text, who, dueOn }) => ({
      事项: text.split(/[，；。：]/u)[0]?.trim() ?? '',
      决定: text.replace(/[。；\s]+$/u, ''),
      ...(who && { 责任单位: who }),
      ...(dueOn && { 完成期限: dueOn }),
    })),
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value.length === 0 ? [] : [[name, value] as const],
    ),
  )
}

/**
 * A new form of minutes, filled with what the meeting says, each value with the meeting as its source.
 * @throws {PaperError} PAPER_NOT_OF_THIS for anything but a meeting, MINUTES_TEMPLATE_MISSING where no form for minutes is
 * in the library
 */
export async function startMinutes(library: LibraryAccess, view: MaterialView): Promise<KeptForm> {
  if (view.record.type !== 'meeting') throw paperNotOfThis('minutes', view.record.type, PAPERS_OF[view.record.type])
  const templateId = await findMinutesTemplate(library)
  if (templateId === undefined) throw minutesTemplateMissing()
  const form = await startForm(library, templateId, undefined)
  const { schema, title } = await readTemplate(library, templateId)
  const source = { type: 'earlier' as const, title: `会议《${view.title || '未命名'}》`, open: `/meetings/${view.id}` }
  let { data } = form
  const sources = { ...form.sources }
  for (const [path, value] of cellsOf(minutesValues(printableRecord(view.record)))) {
    if (!hasField(schema, path)) continue
    data = withCell(data, path, value)
    sources[path] = source
  }
  return { ...form, data, sources, title: fileNameOf(schema, title, data, localDate(library.clock())) }
}

/** A template of the office's own may have fewer fields, or other ones. */
function hasField(schema: TemplateSchema, path: string): boolean {
  const [name = '', index, cell] = path.split('/')
  const field = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined
  if (!field) return false
  if (index === undefined) return field.type === 'string'
  return field.type === 'array' && cell !== undefined && Object.hasOwn(field.items.properties, cell)
}

async function findMinutesTemplate({ db }: LibraryAccess): Promise<string | undefined> {
  const rows = await db
    .selectFrom('item')
    .where('kind', '=', 'template')
    .where('put_away_at', 'is', null)
    .where('title', 'in', TEMPLATES)
    .select(['id', 'title'])
    .orderBy('id')
    .execute()
  return rows.toSorted((a, b) => TEMPLATES.indexOf(a.title) - TEMPLATES.indexOf(b.title))[0]?.id
}
