import { expect, test } from 'vitest'
import { defaultCapacity } from '../../core/capacity.ts'
import { runComparison } from './run-comparison.ts'
import type { Scenario } from './scenario.ts'

const scenario: Scenario = {
  hours: 8,
  queues: [{ id: 'calls', rings: [{ relaxAfterMs: 0, alternatives: [[]] }] }],
  demands: [
    {
      queueId: 'calls',
      mediaType: 'VOICE',
      arrivalsPerHour: [500],
      handle: { kind: 'EXPONENTIAL', meanMs: 180_000 },
      targetMs: 20_000,
    },
  ],
  agents: Array.from({ length: 30 }, (_, n) => ({
    id: `agent-${n}`,
    skills: [],
    capacity: { ...defaultCapacity },
    duty: [{ fromMs: 0, toMs: 8 * 3_600_000 }],
  })),
  answerMs: { VOICE: 0, CHAT: 0, SOCIAL: 0, EMAIL: 0 },
}
const comparison = { before: scenario, after: scenario, seed: 1, replications: 10 }

test('a simulation that does not end in time is stopped, and gives its place back', async () => {
  for (let n = 0; n < 5; n += 1) {
    await expect(runComparison(comparison, { timeoutMs: 1 })).rejects.toMatchObject({
      code: 'SIMULATION_TOO_LONG',
    })
  }
})

test('more contacts than it may play are refused before anything is started', async () => {
  await expect(runComparison({ ...comparison, replications: 100 })).rejects.toMatchObject({
    code: 'SIMULATION_TOO_LARGE',
  })
})
