import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildStale } from '../build/build-stale.ts'
import { projectRoot } from '../set-up/project-root.mjs'
import { endPlainly, SetUpError, tell } from '../set-up/sentence.mjs'
import { fetchElectronOnce } from '../window/find-electron.ts'

await endPlainly(async () => {
  const options = process.argv.slice(2)
  await buildStale(projectRoot, ['library', 'renderer', 'electron'])
  const bringsElectron = options.some(
    (option) => option.startsWith('-c.electronDist') || option.startsWith('--config.electronDist'),
  )
  if (!bringsElectron && !(await fetchElectronOnce(projectRoot))) {
    throw new SetUpError(
      '取不到 Electron 的程序文件,无法制作安装包:请在能访问其下载地址的网络中再试,或用 ELECTRON_MIRROR 指定镜像后删除 node_modules/electron/.xinhuo-tried。',
      "Electron's binary cannot be had here, so no installer can be made: try on a network that reaches it, or set ELECTRON_MIRROR and delete node_modules/electron/.xinhuo-tried.",
    )
  }
  tell('正在制作安装包,放在 dist/installers……', 'Making installers in dist/installers...')
  const builder = path.join(projectRoot, 'node_modules/electron-builder/cli.js')
  const made = spawnSync(process.execPath, [builder, '--publish', 'never', ...options], {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  return made.status ?? 1
})
