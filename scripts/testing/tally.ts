import { z } from 'zod'

/** How many checks passed, failed and were skipped. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    nothing,
  )
}

/** The line that ends a run. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** A step that is one check: a tool that ends with 0 or not. */
export function tallyOfExit(code: number): Tally {
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }
}

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/**
 * What vitest's JSON report counts. A file that could not be run at all is one failure, and so is a
 * run that ended badly although no test failed, or that left no report.
 */
export function tallyOfVitest(report: string | undefined, exitCode: number): Tally {
  const counts = report === undefined ? nothing : tallyOfReport(VitestReport.parse(JSON.parse(report)))
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function tallyOfReport(report: z.infer<typeof VitestReport>): Tally {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
