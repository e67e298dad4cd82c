import { type Command, InvalidArgumentError, Option } from 'commander'
import { runService } from '../../service/run-service.ts'
import { spawnReadersHere } from '../../service/spawn-readers.ts'
import { createOutput, type GlobalOptions } from '../command-context.ts'

/** `xinhuo serve [--host H] [--port N]`: for an office on its intranet; runs until Ctrl+C. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('在局域网里提供给同事使用，直到按 Ctrl+C')
    .addOption(new Option('--host <host>', '在哪个地址上提供；0.0.0.0 表示所有网卡').default('127.0.0.1'))
    .addOption(new Option('--port <port>', '端口').argParser(portNumber).default(7450))
    .action(async (options: GlobalOptions & { host: string; port: number }) => {
      const output = createOutput(options.json)
      const service = await runService({
        root: options.library,
        shell: 'serve',
        spawnReader: spawnReadersHere(),
        listen: { host: options.host, port: options.port },
      })
      const url = service.ticketUrl()
      output.result(
        { address: service.address, ticketUrl: url, pipe: service.pipe },
        () => `${url}\n把这个地址发给本单位的同事；每次启动都会换新。按 Ctrl+C 结束。`,
      )
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
      })
      await service.close()
    })
}

function portNumber(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('应是 0 到 65535 的整数。')
}
