import { describe, expect, it, vi } from 'vitest'
import { ensureSystemPackages, offerOptionalPackages } from '../../scripts/testing/system-packages.ts'
import { addTallies, closingLine, tallyOfExit, tallyOfVitest } from '../../scripts/testing/tally.ts'

const report = (counts: object, testResults: object[] = []) =>
  JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults, ...counts })

describe('the closing line', () => {
  it('adds up every step', () => {
    const vitest = tallyOfVitest(report({ numPassedTests: 40, numPendingTests: 2, numTodoTests: 1 }), 0)
    expect(closingLine(addTallies([tallyOfExit(0), tallyOfExit(1), vitest]))).toBe('41 passed, 1 failed, 3 skipped')
    expect(closingLine(addTallies([]))).toBe('0 passed, 0 failed, 0 skipped')
  })

  it('counts a file that could not be run as a failure', () => {
    const broken = [{ status: 'failed', assertionResults: [] }]
    expect(tallyOfVitest(report({ numPassedTests: 3 }, broken), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('counts a run that ended badly as a failure even when no test failed', () => {
    expect(tallyOfVitest(report({ numPassedTests: 3 }), 1).failed).toBe(1)
    expect(tallyOfVitest(undefined, 1).failed).toBe(1)
    expect(tallyOfVitest(report({ numFailedTests: 2 }), 1).failed).toBe(2)
  })
})

describe('what the end-to-end tests need of the system', () => {
  const system = {
    hasBrowser: () => false,
    hasChineseFont: () => false,
    mayInstall: () => true,
    install: vi.fn(() => true),
  }

  it('is installed where it is missing and may be', () => {
    expect(ensureSystemPackages(system)).toEqual({ kind: 'ready' })
    expect(system.install).toHaveBeenCalledExactlyOnceWith(['chromium', 'fonts-noto-cjk'])
  })

  it('is left alone where it is there', () => {
    system.install.mockClear()
    expect(ensureSystemPackages({ ...system, hasBrowser: () => true, hasChineseFont: () => true })).toEqual({
      kind: 'ready',
    })
    expect(system.install).not.toHaveBeenCalled()
  })

  it('is told where it may not be installed', () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const lacking = ensureSystemPackages({ ...system, hasBrowser: () => true, mayInstall: () => false })
    expect(lacking).toEqual({ kind: 'lacking', packages: ['fonts-noto-cjk'] })
    expect(said.mock.calls.join()).toContain('apt-get install fonts-noto-cjk')
    said.mockRestore()
  })
})

describe('what some tests can do without', () => {
  it('is installed where it is missing and may be, else told', () => {
    const install = vi.fn(() => true)
    const system = { has: (program: string) => program === 'rsync', mayInstall: () => true, install }
    expect(offerOptionalPackages(system)).toEqual({ kind: 'ready' })
    const missing = ['nginx-light', 'libreoffice-writer-nogui', 'libreoffice-impress-nogui']
    expect(install).toHaveBeenCalledExactlyOnceWith(missing)
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect(offerOptionalPackages({ ...system, mayInstall: () => false })).toEqual({
      kind: 'lacking',
      packages: missing,
    })
    expect(said.mock.calls.join()).toContain(`apt-get install ${missing.join(' ')}`)
    said.mockRestore()
  })
})
