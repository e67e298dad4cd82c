import path from 'node:path'
import type { Command } from 'commander'
import type { MaterialView } from '../../meetings/materials/material-view.ts'
import type { BundleView } from '../../meetings/sharing/bundle-view.ts'
import { askService, askWithExamples } from '../ask-service.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import { TYPE_NAMES } from '../describe-material.ts'
import { titleOf } from '../describe-story.ts'
import { findMaterial } from '../find-material.ts'
import { harmlessLine } from '../harmless-line.ts'
import { openGivenFile } from '../open-given-file.ts'
import { writeResultFile } from '../write-result-file.ts'

type OpenOptions = GlobalOptions & { readonly take?: true; readonly over?: true }

const HERE: Readonly<Record<BundleView['items'][number]['here'], string>> = {
  same: '这里有，是同一版',
  newer: '这里的更新',
  other: '这里有另一版',
  none: '这里没有，收下时一起收下',
}

/** `xinhuo meeting share|open`: a material as one file, for another office. */
export function addMeetingShare(meeting: Command): void {
  meeting
    .command('share')
    .description('写成一个文件（.xinhuo-meeting），连同它引用的内容和图片，交给别的单位')
    .argument('<meeting>', '编号、标题，或它们的开头')
    .requiredOption('--out <file>', '要写的文件')
    .action((named: string, options: GlobalOptions & { readonly out: string }) =>
      askWithExamples(options, async (client, output) => {
        const material = await findMaterial(client, named)
        output.progress(`正在写：${titleOf(material)}`)
        const place = `/api/materials/${encodeURIComponent(material.id)}/bundle`
        const { warnings } = await client.call<{ warnings: readonly string[] }>('GET', `${place}/check`)
        const bytes = await client.download('GET', place)
        const out = path.resolve(options.out)
        await writeResultFile(out, bytes, '会议文件')
        const { id, title } = material
        output.result({ id, title, out, bytes: bytes.length, warnings }, () =>
          [`写好了：${out}`, ...warnings.map((warning) => `请留意：${harmlessLine(warning)}`)].join('\n'),
        )
      }),
    )
  meeting
    .command('open')
    .description('看一看别处来的会议文件，或把它收下')
    .argument('<file>', '以 .xinhuo-meeting 结尾的文件')
    .option('--take', '收下：另存一份')
    .option('--over', '收下，并换掉这里以前收下的那一份')
    .action((file: string, options: OpenOptions) =>
      askService(options, async (client, output) => {
        const opened = await client.call<BundleView>('POST', '/api/material-bundles', await formOf(file))
        const at = `/api/material-bundles/${opened.upload}`
        if (!options.take && !options.over) {
          await client.call('DELETE', at)
          const { upload: _upload, ...view } = opened
          output.result(view, () => describeBundle(opened))
          return
        }
        if (options.over && !opened.before) {
          await client.call('DELETE', at)
          throw new CommandError({
            code: 'USAGE',
            what: '没有收下：这里没有可以换掉的那一份。',
            todo: '请改用 --take 另存一份。',
          })
        }
        const over = options.over ? opened.before?.id : undefined
        const taken = await client.call<MaterialView>('POST', `${at}/take`, over === undefined ? {} : { over })
        output.result(taken, () => `收下了：${titleOf(taken)}（${taken.id}）`)
      }),
    )
}

async function formOf(file: string): Promise<FormData> {
  const form = new FormData()
  form.set('file', await openGivenFile(file), path.basename(file))
  return form
}

function describeBundle({ record, madeAt, sender, items, pictures, changes, before }: BundleView): string {
  const known = sender.known ? '' : '（第一次收到，可以打电话核对）'
  const lines = [
    `${TYPE_NAMES[record.type]}：${record.title || '未命名'}`,
    `来自：${sender.name}${known}，${madeAt.slice(0, 10)}，指纹 ${sender.fingerprint}`,
    `图片 ${pictures} 张，引用的内容 ${items.length} 篇`,
    ...items.map(({ title, here }) => `  ${title}：${HERE[here]}`),
    ...changes.map(({ says }) => `这里不一样：${says}`),
    ...(before ? [`这里已有：${before.title}（${before.id}）。加 --over 换掉它，加 --take 另存一份。`] : []),
  ]
  return lines.map(harmlessLine).join('\n')
}
