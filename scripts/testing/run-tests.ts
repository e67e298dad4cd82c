import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findProjectNode } from '../set-up/project-node.mjs'
import { projectRoot } from '../set-up/project-root.mjs'
import { endPlainly, SetUpError } from '../set-up/sentence.mjs'
import { type Step, testSteps } from './steps.ts'
import { ensureSystemPackages, offerOptionalPackages } from './system-packages.ts'
import { addTallies, closingLine, type Tally } from './tally.ts'

/** Runs the steps one after the other, goes on after one that fails, and ends with the closing line. */
async function runSteps(steps: readonly Step[]): Promise<number> {
  const results: { readonly step: Step; readonly tally: Tally }[] = []
  for (const step of steps) {
    console.log(`\n── ${step.title}`)
    results.push({ step, tally: await step.run() })
  }
  console.log('\n── Summary')
  for (const { step, tally } of results)
    console.log(`${tally.failed > 0 ? '✗' : '✓'} ${step.title}: ${closingLine(tally)}`)
  const sum = addTallies(results.map((result) => result.tally))
  console.log(closingLine(sum))
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0
}

function chooseSteps(steps: readonly Step[], names: readonly string[]): Step[] {
  const known = new Set(steps.map((step) => step.name))
  const unknown = names.filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new SetUpError(`没有这一步:${unknown.join(' ')}。`, `No such step; there are ${[...known].join(', ')}.`)
  }
  return steps.filter((step) => names.length === 0 || names.includes(step.name))
}

await endPlainly(async () => {
  const names = process.argv.slice(2)
  // Tests never see the person's own library.
  const home = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-test-'))
  const env = { ...process.env, XINHUO_HOME: home, XINHUO_NO_DOWNLOAD: '1' }
  try {
    const steps = chooseSteps(testSteps({ root: projectRoot, node: findProjectNode(projectRoot), env }), names)
    if (steps.some((step) => step.name === 'e2e')) ensureSystemPackages()
    if (steps.some((step) => step.name === 'unit')) offerOptionalPackages()
    return await runSteps(steps)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})
