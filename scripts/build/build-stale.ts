import { oneAtATime } from '../set-up/one-at-a-time.mjs'
import { SetUpError, tell } from '../set-up/sentence.mjs'
import { type Bundle, type BundleName, bundles } from './bundles.ts'
import { hashInputs, isCurrent, writeStamp } from './stamp.ts'

/** Builds those of the named bundles that are stale; gives the names of those it built. */
export async function buildStale(
  root: string,
  names: readonly BundleName[],
  options: { readonly always?: boolean } = {},
): Promise<BundleName[]> {
  const wanted = bundles.filter((bundle) => names.includes(bundle.name))
  const stale = () => wanted.filter((bundle) => options.always || !isCurrent(root, bundle))
  if (stale().length === 0) return []
  return oneAtATime({ root, name: 'build' }, async () => {
    const built: BundleName[] = []
    for (const bundle of stale()) {
      if (built.length === 0) tell('正在构建薪火……', 'Building...')
      const hash = hashInputs(root, bundle.inputs)
      await buildPlainly(root, bundle)
      writeStamp(root, bundle, hash)
      built.push(bundle.name)
    }
    return built
  })
}

async function buildPlainly(root: string, bundle: Bundle): Promise<void> {
  try {
    await bundle.build(root)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    throw new SetUpError(
      `构建 ${bundle.name} 失败,原因见上。改正后请再运行一次。`,
      `Building ${bundle.name} failed for the reason above: mend it and run again.`,
    )
  }
}
