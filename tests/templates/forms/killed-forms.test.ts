import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { FormPage, FormView } from '../../../library/templates/forms/form-view.ts'
import { childBundle } from '../../service/child-bundle.ts'
import { spread } from '../../service/killed-process.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { openFormDesk } from './form-desk.ts'

const child = childBundle(new URL('./forms-child.ts', import.meta.url))
const preload = childBundle(new URL('../../service/die-at-call.ts', import.meta.url))

interface Said {
  readonly begun?: string
  readonly saved?: string
  readonly 姓名?: string
  readonly finished?: string
  readonly code?: string
  readonly done?: boolean
}

/** Runs the child over an empty library, and says what it had acknowledged when it ended. */
async function run(environment: Readonly<Record<string, string>>, atEnd = onTestFinished) {
  const root = path.join(temporaryFolder(atEnd), '资料库')
  const acknowledged = path.join(temporaryFolder(atEnd), 'acknowledged')
  const running = spawn(process.execPath, ['--import', preload, child, root, acknowledged], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
  })
  await once(running, 'close')
  const lines = existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').split('\n').filter(Boolean) : []
  return { root, said: lines.map((line) => JSON.parse(line) as Said) }
}

describe('filling and finishing forms, killed before a call of the writer to the disk', () => {
  let calls: { readonly begun: number; readonly calls: number }
  beforeAll(async () => {
    const folder = temporaryFolder(afterAll)
    const { said } = await run({ COUNT_TO: folder }, afterAll)
    expect(said.at(-1)).toEqual({ done: true })
    calls = JSON.parse(readFileSync(path.join(folder, 'main'), 'utf8')) as typeof calls
  }, 60_000)

  it('loses nothing acknowledged, finishes a form wholly or not at all, and can be asked again', async () => {
    let killed = 0
    for (const call of spread(calls.begun + 1, calls.calls, 12)) {
      const { root, said } = await run({ DIE_AT: `main:${call}` })
      if (!said.some(({ done }) => done)) killed += 1
      const desk = await openFormDesk({ root })
      const { forms } = (await desk.ask<FormPage>('GET', '/')).body
      const kept = new Map<string, FormView>()
      for (const { id } of forms) kept.set(id, (await desk.ask<FormView>('GET', `/${id}`)).body)
      for (const { begun, saved, finished, 姓名, code } of said) {
        if (begun) expect(kept.get(begun)).toBeDefined()
        if (saved) expect(kept.get(saved)?.data.姓名).toBe(姓名)
        if (finished) expect(kept.get(finished)).toMatchObject({ state: 'finished', code })
      }
      const { db } = desk.access
      for (const form of kept.values()) {
        const learnt = await db.selectFrom('known_value').where('form_id', '=', form.id).select('value').execute()
        const isWhole = form.state === 'finished'
        expect([form.code !== undefined, form.docxSha256 !== undefined]).toEqual([isWhole, isWhole])
        if (!isWhole) expect(learnt).toEqual([])
        if (form.data.姓名 === undefined) continue
        const again = await desk.finish(form.id)
        expect(again).toMatchObject({ finished: true, form: { id: form.id, state: 'finished' } })
        if (isWhole) expect(again.form.code).toBe(form.code)
      }
      await desk.close()
    }
    expect(killed).toBeGreaterThan(6)
  }, 180_000)
})
