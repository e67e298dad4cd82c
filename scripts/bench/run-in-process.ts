import { fork } from 'node:child_process'

/** Gives a task to a file of this folder in a process of its own, and waits for its one report and its end. */
export function runInProcess<T>(file: URL, task: object, what: string): Promise<T> {
  const child = fork(file)
  return new Promise((resolve, reject) => {
    let report: { readonly given: T } | undefined
    child.once('error', reject)
    child.once('message', (message) => {
      report = { given: message as T }
    })
    child.once('exit', (code, signal) => {
      if (report) resolve(report.given)
      else reject(new Error(`${what} ended with ${signal ?? code}`))
    })
    child.send(task)
  })
}
