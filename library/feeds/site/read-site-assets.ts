import { readFile } from 'node:fs/promises'
import { feedBuildError } from '../build/feed-build-error.ts'
import { sha256Of } from '../build/site-manifest.ts'
import type { SiteAssets, SitePage } from './site-facts.ts'

/** Where the script and the styles of a site come to lie when the app is built. */
const BUILT = new URL('../../../dist/site/', import.meta.url)

/**
 * What every page of a site refers to, each file named by what is in it.
 * @param from where they lie, when not where the app was built
 * @throws {FeedBuildError} SITE_ASSETS_NOT_BUILT
 */
export async function readSiteAssets(from: URL = BUILT): Promise<{ files: SitePage[]; assets: SiteAssets }> {
  const read = async (name: string): Promise<SitePage> => {
    const text = await readFile(new URL(name, from), 'utf8').catch((cause: unknown) => {
      throw feedBuildError('SITE_ASSETS_NOT_BUILT', undefined, cause)
    })
    const [stem = '', ending = ''] = name.split('.')
    return { path: `assets/${stem}-${sha256Of(text).slice(0, 16)}.${ending}`, text }
  }
  const [style, script, icon] = [await read('site.css'), await read('site.js'), await read('icon.svg')]
  return { files: [style, script, icon], assets: { style: style.path, script: script.path, icon: icon.path } }
}
