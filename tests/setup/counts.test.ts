import { expect, test } from 'vitest'
import { lastLine, readCounts, sum } from './counts.ts'

test.each([
  ['all is well\n12 passed, 0 failed\n', true, { passed: 12, failed: 0, skipped: 0 }],
  ['12 passed, 3 failed, 1 skipped', false, { passed: 12, failed: 3, skipped: 1 }],
  ['Federation audit: 198 of 199 passed', false, { passed: 198, failed: 1, skipped: 0 }],
  ['Error: it broke', false, { passed: 0, failed: 1, skipped: 0 }],
  ['12 passed, 0 failed\nthen it crashed', false, { passed: 12, failed: 1, skipped: 0 }],
  ['Federation audit SKIPPED: there is none', true, { passed: 0, failed: 0, skipped: 0 }],
])('%j with a good end %s counts %j', (output, endedWell, counts) => {
  expect(readCounts(output, endedWell)).toEqual(counts)
})

test('the last line names skipped tests only when there are some', () => {
  const parts = [
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 3, failed: 1, skipped: 0 },
  ]
  expect(lastLine(sum(parts))).toBe('5 passed, 1 failed')
  expect(lastLine(sum([...parts, { passed: 0, failed: 0, skipped: 4 }]))).toBe(
    '5 passed, 1 failed, 4 skipped',
  )
})
