import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildStale } from '../build/build-stale.ts'
import { runTool } from './run-tool.ts'
import { nothing, type Tally, tallyOfExit, tallyOfVitest } from './tally.ts'

export interface Step {
  /** What `npm test -- NAME` calls it. */
  readonly name: string
  readonly title: string
  readonly run: () => Promise<Tally>
}

/** Where a step finds the project and its Node.js. */
export interface Workplace {
  readonly root: string
  readonly node: string
  readonly env: NodeJS.ProcessEnv
}

const layers = ['library', 'renderer', 'electron', 'scripts', 'tests']

/** Everything `npm test` runs, in this order. */
export function testSteps(at: Workplace): Step[] {
  const tool = (name: string, ...args: string[]) => runTool(at, name, args)
  const check = (name: string, title: string, toolName: string, ...args: string[]): Step => ({
    name,
    title,
    run: async () => tallyOfExit(await tool(toolName, ...args)),
  })
  return [
    check('lint', 'Biome: format, lint, direction of imports', 'biome', 'check', '--error-on-warnings', '.'),
    ...layers
      .filter((layer) => existsSync(path.join(at.root, layer, 'tsconfig.json')))
      .map((layer) => check('types', `TypeScript: ${layer}/`, 'tsc', '-p', layer, ...remembered(layer))),
    check('knip', 'Knip: nothing unused', 'knip', '--no-progress'),
    { name: 'build', title: 'Build: everything in dist/', run: () => build(at.root) },
    check('size', 'size-limit: bundles within budget', 'size-limit'),
    vitest(at, 'unit', 'unit and integration tests'),
    vitest(at, 'e2e', 'end-to-end tests in the browser'),
    vitest(at, 'electron', 'end-to-end tests in Electron'),
  ]
}

/** What was found right before is not looked at again until it changes: a second run takes a tenth of the time. */
const remembered = (layer: string) => [
  '--incremental',
  '--tsBuildInfoFile',
  path.join('node_modules', '.cache', 'types', `${layer}.tsbuildinfo`),
]

async function build(root: string): Promise<Tally> {
  try {
    await buildStale(root, ['library', 'renderer', 'electron'])
    return tallyOfExit(0)
  } catch (error) {
    console.error(error)
    return tallyOfExit(1)
  }
}

function vitest(at: Workplace, project: string, title: string): Step {
  return {
    name: project,
    title: `Vitest: ${title}`,
    run: async () => {
      const folder = path.join(at.root, 'test-results')
      const report = path.join(folder, `${project}.json`)
      mkdirSync(folder, { recursive: true })
      rmSync(report, { force: true })
      const args = ['run', '--project', project, '--passWithNoTests']
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const code = await runTool(at, 'vitest', [...args, ...reporters])
      const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined
      return text === undefined && code === 0 ? nothing : tallyOfVitest(text, code)
    },
  }
}
