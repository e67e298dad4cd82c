import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from 'commander'
import { openBareCheckingService } from '../../service/bare-checking-service.ts'
import { LibraryMissingError } from '../../service/open-reading.ts'
import type { CheckedLine } from '../../templates/check/document-check-lines.routes.ts'
import type { DocumentCheck, Finding } from '../../templates/finding.ts'
import { CommandError, createOutput, type GlobalOptions, type Output } from '../command-context.ts'
import { harmlessLine } from '../harmless-line.ts'
import { openReadingClient, type ReadingClient } from '../service-client.ts'

interface CheckOptions extends GlobalOptions {
  readonly official?: true
  readonly repair?: true
  readonly out?: string
}

/** `xinhuo check FILE.docx… [--official] [--repair --out DIR]`: exits with 1 while something must be settled. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('检查文书：没填的地方、别处的地名、过期的年份、失效的政策、公文版式')
    .argument('<file...>', '.docx 文件，或放着它们的文件夹')
    .option('--official', '按公文（GB/T 9704-2012）检查版式')
    .option('--repair', '能自动改的都改好，另存到 --out')
    .option('--out <dir>', '改好的文件放在哪里；原文件不动')
    .action(async (given: string[], options: CheckOptions) => {
      if (options.repair && options.out === undefined) throw usage('用 --repair 时请用 --out 指明改好的文件放在哪里。')
      const output = createOutput(options.json)
      const files = (await Promise.all(given.map(documentsAt))).flat()
      if (options.out !== undefined) refuseOverOriginals(options.out, files)
      const client = await openChecker(options.library, output)
      const checks: DocumentCheck[] = []
      const refused: Extract<CheckedLine, { error: unknown }>[] = []
      try {
        for (const [index, file] of files.entries()) {
          output.progress(`${index + 1}/${files.length}  ${path.basename(file)}`)
          const docx = (await readFile(file)).toString('base64')
          const request = { file, docx, official: options.official, repair: options.repair }
          const lines = await client.exchangeLines('/api/document-checks/lines', JSON.stringify(request))
          const answer = JSON.parse(await new Response(lines).text()) as CheckedLine
          if ('error' in answer) {
            refused.push(answer)
            continue
          }
          checks.push(answer.check)
          if (options.out !== undefined && answer.repaired) await writeRepaired(options.out, file, answer.repaired.docx)
        }
      } finally {
        await client.close()
      }
      const results = [...checks, ...refused]
      output.result(results.length === 1 ? results[0] : results, () => results.map(describe).join('\n'))
      if (refused.length > 0 || checks.some((check) => check.must > 0)) process.exitCode = 1
    })
}

/** Where there is no library, whatever needs none is checked all the same. */
async function openChecker(library: string, output: Output): Promise<ReadingClient> {
  try {
    return await openReadingClient(library)
  } catch (error) {
    if (!(error instanceof LibraryMissingError)) throw error
    output.note(`${library} 里没有资料库：地名和引用的政策没有核对，其余都查了。`)
    return openReadingClient(library, openBareCheckingService)
  }
}

/** Originals stay as they are, and two files of one name may not become one. */
function refuseOverOriginals(out: string, files: readonly string[]): void {
  const targets = new Set<string>()
  for (const file of files) {
    const target = path.join(path.resolve(out), path.basename(file))
    if (target === path.resolve(file)) throw usage('没有改：改好的文件会盖住原文件。请用 --out 指明另一个文件夹。')
    if (targets.has(target))
      throw usage(`没有改：有几个文件都叫 ${path.basename(file)}，改好后会互相盖住。请分开检查。`)
    targets.add(target)
  }
}

/** The file itself, or the .docx files of a folder and those below; locks of open documents (~$…) are none. */
async function documentsAt(given: string): Promise<string[]> {
  const found = await stat(given).catch(() => undefined)
  if (!found) throw usage(`没有检查：找不到 ${given}。`)
  if (!found.isDirectory()) return [given]
  const names = await readdir(given, { recursive: true })
  const documents = names.filter((name) => /\.docx$/i.test(name) && !path.basename(name).startsWith('~$')).sort()
  if (documents.length === 0) throw usage(`没有检查：${given} 里没有 .docx 文件。`)
  return documents.map((name) => path.join(given, name))
}

async function writeRepaired(folder: string, file: string, docx: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, path.basename(file)), Buffer.from(docx, 'base64'))
}

const usage = (what: string) => new CommandError({ code: 'USAGE', what })

function describe(result: DocumentCheck | Extract<CheckedLine, { error: unknown }>): string {
  if ('error' in result) {
    const { what, why, todo } = result.error
    return harmlessLine(`${result.file}：${[what, why, todo].filter(Boolean).join('')}`)
  }
  const { file, findings, must, should } = result
  if (findings.length === 0) return harmlessLine(`${file}：没有发现问题。`)
  const lines = [`${file}：${must} 处必须改，${should} 处请看一看。`, ...findings.map(describeFinding)]
  return lines.map(harmlessLine).join('\n')
}

function describeFinding({ severity, place, says, why, repair }: Finding): string {
  const where = place.type === 'document' ? `${place.part}第${place.paragraph}段：` : ''
  const offer = repair ? `（可自动改：${repair.label}）` : ''
  return `  ${severity === 'must' ? '✗' : '·'} ${where}${says}${why ?? ''}${offer}`
}
