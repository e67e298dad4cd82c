import { oneAtATime } from '../set-up/one-at-a-time.mjs'
import { tell } from '../set-up/sentence.mjs'
import { type BundleName, bundles } from './bundles.ts'
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
      await bundle.build(root)
      writeStamp(root, bundle, hash)
      built.push(bundle.name)
    }
    return built
  })
}
