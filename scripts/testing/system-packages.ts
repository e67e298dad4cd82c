import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../../library/printing/find-browser.ts'
import { tell } from '../set-up/sentence.mjs'

/** What the end-to-end tests need of the system; tests give their own. */
export interface System {
  readonly hasBrowser: () => boolean
  readonly hasChineseFont: () => boolean
  /** Whether this process may install Debian packages. */
  readonly mayInstall: () => boolean
  /** Gives whether all were installed. */
  readonly install: (packages: readonly string[]) => boolean
}

/** What some tests and the benchmark compare with, and do without where it is not. */
export interface OptionalPackages {
  /** @param program its name, or where it lies when it is in no folder of programs */
  readonly has: (program: string) => boolean
  readonly mayInstall: System['mayInstall']
  readonly install: System['install']
}

export type SystemReadiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'lacking'; readonly packages: readonly string[] }

/** Installs the browser and the Chinese font where they are missing and this process may; else says what to install. */
export function ensureSystemPackages(system: System = debian): SystemReadiness {
  const missing = [...(system.hasBrowser() ? [] : ['chromium']), ...(system.hasChineseFont() ? [] : ['fonts-noto-cjk'])]
  if (missing.length === 0) return { kind: 'ready' }
  if (system.mayInstall() && system.install(missing)) return { kind: 'ready' }
  const names = missing.join(' ')
  tell(`端到端测试需要先安装:${names}。`, `The end-to-end tests need: ${names} (apt-get install ${names}).`)
  return { kind: 'lacking', packages: missing }
}

/** A program and the Debian package that brings it. */
const optional = [
  { program: 'nginx', name: 'nginx-light' },
  { program: 'rsync', name: 'rsync' },
  { program: 'soffice', name: 'libreoffice-writer-nogui' },
  { program: '/usr/lib/libreoffice/program/pagein-impress', name: 'libreoffice-impress-nogui' },
]

/** Installs nginx, rsync and LibreOffice where they are missing and this process may; else says what is left out. */
export function offerOptionalPackages(system: OptionalPackages = debian): SystemReadiness {
  const missing = optional.filter(({ program }) => !system.has(program)).map(({ name }) => name)
  if (missing.length === 0) return { kind: 'ready' }
  if (system.mayInstall() && system.install(missing)) return { kind: 'ready' }
  const names = missing.join(' ')
  tell(`没有安装 ${names}，用到它们的测试会跳过。`, `Tests with ${names} are skipped (apt-get install ${names}).`)
  return { kind: 'lacking', packages: missing }
}

const debian: System & OptionalPackages = {
  has: (program) =>
    program.startsWith('/')
      ? existsSync(program)
      : ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'].some((folder) =>
          existsSync(`${folder}/${program}`),
        ),
  hasBrowser: () => findBrowser() !== undefined,
  hasChineseFont: () => {
    if (process.platform !== 'linux') return true
    const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
    if (fonts.status === 0) return fonts.stdout.trim() !== ''
    return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
  },
  mayInstall: () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
  install: (packages) => {
    tell(`正在安装测试所需的系统组件:${packages.join(' ')}……`, 'Installing what the tests need...')
    const apt = (...args: string[]) =>
      spawnSync('apt-get', ['-qq', ...args], {
        stdio: ['ignore', 'ignore', 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)
  },
}
