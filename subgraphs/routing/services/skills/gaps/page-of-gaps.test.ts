import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOf } from '#platform/graph/connection.ts'
import { encodeCursor } from '#platform/graph/cursor.ts'
import { talliesOf } from './demand-window.ts'
import { severities } from './measure-gap.ts'
import { pageOfGaps } from './page-of-gaps.ts'
import { type MeasuredGap, worstFirst } from './skill-gaps.ts'

const anyGap = fc
  .record({
    severity: fc.constantFrom(...severities),
    missingAgents: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 9, noNaN: true })),
    slaMissed: fc.integer({ min: 0, max: 2 }),
  })
  .map(
    ({ severity, missingAgents, slaMissed }): Omit<MeasuredGap, 'skillId'> => ({
      severity,
      missingAgents,
      missingIn30Days: missingAgents,
      requiredAgents: 9,
      level: 1,
      demand: { arrivals: 9, workMs: 0, busyHourLoad: 0, slaMissed, waiting: 0, targetMs: 0, handleMs: 0 },
      supply: {
        holders: 0,
        onDuty: 0,
        availability: 1,
        effectiveAgents: 0,
        holdersIn30Days: 0,
        expiringSoon: 0,
      },
    }),
  )

test('pages give every gap once and in order, whatever their size', () => {
  fc.assert(
    fc.property(fc.array(anyGap, { maxLength: 25 }), fc.integer({ min: 1, max: 7 }), (some, first) => {
      const gaps = some.map((gap, at) => ({ ...gap, skillId: `s${at}` })).sort(worstFirst)
      const seen: string[] = []
      for (let after: string | null | undefined; ; ) {
        const { nodes, pageInfo } = pageOfGaps(gaps, pageOf({ first, after }))
        seen.push(...nodes.map(({ skillId }) => skillId))
        if (!pageInfo.hasNextPage) break
        after = pageInfo.endCursor
      }
      expect(seen).toEqual(gaps.map(({ skillId }) => skillId))
    }),
  )
})

test.each([[[1, 2]], [['a', 0, 0, 's']], [[0, 0, 0, 7]]])('the cursor %j is not of this list', (values) => {
  const [gap] = fc.sample(anyGap, 1)
  const gaps = gap ? [{ ...gap, skillId: 's' }] : []
  expect(() => pageOfGaps(gaps, pageOf({ after: encodeCursor(values) }))).toThrow(/not a cursor/)
})

test.each([
  ['LAST_24_HOURS', 'HOUR', '2026-11-24T13:00:00.000Z'],
  ['LAST_7_DAYS', 'DAY', '2026-11-19T00:00:00.000Z'],
  ['LAST_28_DAYS', 'DAY', '2026-10-29T00:00:00.000Z'],
] as const)('%s begins with the %s of %s', (window, span, from) => {
  const now = new Date('2026-11-25T12:34:56.000Z')
  expect(talliesOf(window, now)).toEqual({ span, at: { $gte: new Date(from) } })
})
