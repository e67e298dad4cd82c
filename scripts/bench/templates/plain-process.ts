import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'

/** What plain docxtemplater is given: the same document and the same rows. */
export interface PlainTask {
  readonly docx: string
  readonly rows: string
  readonly directory: string
}

/** Milliseconds for all, by the clock and of the processor; MB at most. */
export interface PlainFigures {
  readonly milliseconds: number
  readonly processor: number
  readonly peakMemory: number
}

/** As its documentation has it: a new zip and a new template for each document, and no check of anything. */
process.once('message', (task: PlainTask) => {
  const docx = readFileSync(task.docx)
  const rows = JSON.parse(readFileSync(task.rows, 'utf8')) as readonly Record<string, unknown>[]
  mkdirSync(task.directory, { recursive: true })
  const started = performance.now()
  const used = process.cpuUsage()
  for (const [index, row] of rows.entries()) {
    const document = new Docxtemplater(new PizZip(docx), {
      paragraphLoop: true,
      linebreaks: true,
      nullGetter: () => '',
    })
    document.render(row)
    writeFileSync(path.join(task.directory, `${index + 1}.docx`), document.toBuffer())
  }
  const { user, system } = process.cpuUsage(used)
  const figures: PlainFigures = {
    milliseconds: performance.now() - started,
    processor: (user + system) / 1000,
    peakMemory: Math.round(process.resourceUsage().maxRSS / 1000),
  }
  process.send?.(figures, () => process.disconnect())
})
