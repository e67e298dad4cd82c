import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Scale } from './corpus.ts'
import type { EngineName, EngineReport, EngineTask } from './engine-process.ts'
import { runInProcess } from './run-in-process.ts'
import type { Workload } from './workload.ts'

/** What was measured of one engine at one scale. */
export interface EngineFigures {
  readonly engine: EngineName
  readonly build: Extract<EngineReport, { step: 'build' }>
  readonly ask: Extract<EngineReport, { step: 'ask' }>
  /** Absent where a change means to build anew. */
  readonly update: Extract<EngineReport, { step: 'update' }> | undefined
}

/** Builds, asks and updates one engine, each in a process of its own. The folder is removed afterwards. */
export async function measureEngine(
  engine: EngineName,
  scale: Scale,
  workload: Workload,
  corpus: string,
  scratch: string,
): Promise<EngineFigures> {
  const folder = path.join(scratch, `${engine}-${scale.name}`)
  mkdirSync(folder, { recursive: true })
  const task = { engine, scale, workload, corpus, folder }
  try {
    const build = await runStep({ ...task, step: 'build' }, 'build')
    const ask = await runStep({ ...task, step: 'ask' }, 'ask')
    if (engine === 'lunr') return { engine, build, ask, update: undefined }
    return { engine, build, ask, update: await runStep({ ...task, step: 'update' }, 'update') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runStep<S extends EngineReport['step']>(
  task: EngineTask,
  step: S,
): Promise<Extract<EngineReport, { step: S }>> {
  const file = new URL('engine-process.ts', import.meta.url)
  return runInProcess(file, task, `${task.engine}: ${step} at ${task.scale.name}`)
}
