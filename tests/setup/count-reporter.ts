import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import type { Counts } from './counts.ts'

/** Writes how the tests went to the file that COUNTS_FILE names, and says why tests were skipped. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts: Counts = { passed: 0, failed: errors.length, skipped: 0 }
    for (const module of modules) {
      let failedTests = 0
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') counts.passed += 1
        else if (result.state === 'failed') failedTests += 1
        else {
          counts.skipped += 1
          const note = result.state === 'skipped' ? result.note : 'it did not run'
          console.log(`skipped: ${module.relativeModuleId} > ${test.fullName}: ${note ?? 'no reason given'}`)
        }
      }
      // A file that cannot be loaded, or whose hooks fail, has no failed test of its own.
      counts.failed += failedTests === 0 && module.state() === 'failed' ? 1 : failedTests
    }
    const file = process.env['COUNTS_FILE']
    if (file) writeFileSync(file, JSON.stringify(counts))
  }
}
