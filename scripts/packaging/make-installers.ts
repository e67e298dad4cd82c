import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildStale } from '../build/build-stale.ts'
import { projectRoot } from '../set-up/project-root.mjs'
import { endPlainly, SetUpError, tell } from '../set-up/sentence.mjs'
import { electronCanBeFetched } from '../window/find-electron.ts'

await endPlainly(async () => {
  const options = process.argv.slice(2)
  await buildStale(projectRoot, ['library', 'renderer', 'electron'])
  const bringsElectron = options.some(
    (option) => option.startsWith('-c.electronDist') || option.startsWith('--config.electronDist'),
  )
  if (!bringsElectron && !(await electronCanBeFetched(projectRoot))) {
    throw new SetUpError(
      '取不到 Electron 的程序文件,无法制作安装包:请在能访问其下载地址的网络中再试,或用环境变量 ELECTRON_MIRROR 指定镜像。',
      'No installer can be made here: Electron’s binary cannot be fetched. Try on a network that reaches it, or set ELECTRON_MIRROR.',
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
