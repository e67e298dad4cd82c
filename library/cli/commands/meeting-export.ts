import path from 'node:path'
import { type Command, Option } from 'commander'
import type { CheckedFile } from '../../meetings/files/checked-file.ts'
import type { FileFormat } from '../../meetings/files/file-kinds.ts'
import type { MaterialFile } from '../../meetings/materials/material-view.ts'
import type { SlideTheme } from '../../meetings/outline/outline.schema.ts'
import { askWithExamples } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'
import { titleOf } from '../describe-story.ts'
import { findMaterial } from '../find-material.ts'
import { harmlessLine } from '../harmless-line.ts'
import { writeResultFile } from '../write-result-file.ts'

/** All that may be asked for; the types say when one is missing. */
const FORMATS: Readonly<Record<FileFormat, true>> = { pptx: true, docx: true, pdf: true }
const THEMES: Readonly<Record<SlideTheme, true>> = { quiet: true, festive: true, contrast: true, large: true }
const FILES: Readonly<Record<MaterialFile, true>> = {
  slides: true,
  script: true,
  handout: true,
  agenda: true,
  notice: true,
  'sign-in': true,
  minutes: true,
  'needs-card': true,
  'feedback-card': true,
  roles: true,
  drill: true,
  guide: true,
}

type ExportOptions = GlobalOptions & {
  readonly format: FileFormat
  readonly out: string
  readonly what?: MaterialFile
  readonly theme?: SlideTheme
}

/** `xinhuo meeting export`: slides and papers as files. */
export function addMeetingExport(meeting: Command): void {
  meeting
    .command('export')
    .description('写成文件：幻灯片（pptx、pdf），讲稿、议程、通知等（docx、pdf）')
    .argument('<meeting>', '编号、标题，或它们的开头')
    .addOption(new Option('--format <format>', '文件格式').choices(Object.keys(FORMATS)).makeOptionMandatory())
    .requiredOption('--out <file>', '要写的文件')
    .addOption(
      new Option(
        '--what <what>',
        '写什么；不写时 pptx、pdf 是幻灯片，docx 是讲稿（演练是演练单，指南是操作指南）',
      ).choices(Object.keys(FILES)),
    )
    .addOption(new Option('--theme <theme>', '幻灯片的样子；不写时照会议里选的').choices(Object.keys(THEMES)))
    .action((named: string, options: ExportOptions) =>
      askWithExamples(options, async (client, output) => {
        const { format, theme } = options
        const material = await findMaterial(client, named)
        const asked = new URLSearchParams({ format, ...(theme !== undefined && { theme }) })
        const place = `/api/materials/${encodeURIComponent(material.id)}/files/${options.what ?? 'usual'}`
        output.progress(`正在整理：${titleOf(material)}`)
        const checked = await client.call<CheckedFile>('GET', `${place}/check?${asked}`)
        output.progress(`正在写${checked.label}……`)
        const bytes = await client.download('GET', `${place}?${asked}`)
        const out = path.resolve(options.out)
        await writeResultFile(out, bytes, '会议资料')
        const { what, label, slides, warnings } = checked
        const { id, title } = material
        const done = {
          id,
          title,
          what,
          format,
          out,
          bytes: bytes.length,
          ...(slides !== undefined && { slides }),
          warnings,
        }
        output.result(done, () =>
          [
            `写好了${label}${slides === undefined ? '' : `，${slides} 页`}：${out}`,
            ...warnings.map((warning) => `请留意：${harmlessLine(warning)}`),
          ].join('\n'),
        )
      }),
    )
}
