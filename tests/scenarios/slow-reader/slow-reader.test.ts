import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { inspectProcess } from '../../bench/process/inspector.ts'
import { setSlowReaderStage } from '../../load/slow-reader-stage.ts'
import { stopReading } from '../../load/stop-reading.ts'
import { type LiveSystem, startLiveSystem } from '../../load/system/live-system.ts'

const others = 1_000
const topics = 10
const textLength = 20_000
/** Messages that fill what a topic keeps for those who come back (500,000 characters), and some more. */
const kept = 40
/** What the router lets wait for one connection, in characters, and one message that passes it. */
const waitingBound = 1_000_000 + textLength + 1_000
const grownBoundBytes = 16 * 1024 ** 2
const slowConsumer = '4290'

let system: LiveSystem
beforeAll(async () => {
  // Who does not read does not answer pings either: the buffer has to be full first, also on a slow machine.
  system = await startLiveSystem({ LIVE_HEARTBEAT_MS: '1000', CONNECTION_HEARTBEAT_MS: '60000' })
})
afterAll(() => system?.stop())

test('one of 1,000 clients stops reading: it costs bounded memory, is sent away, and resumes without loss', async () => {
  const { router } = system
  const stage = await setSlowReaderStage(system, { others, topics, textLength })
  onTestFinished(() => stage.close())
  const inspector = await inspectProcess(router.process.pid as number, router.inspectPort)
  onTestFinished(() => inspector.close())
  for (let round = 0; round < kept; round++) await stage.publisher.publish()
  await stage.caughtUp()
  await Promise.all([stage.slow.reset(), stage.others.reset()])
  const start = stage.publisher.rounds

  const cost = await stopReading(stage, router.metricsUrl, inspector, waitingBound / 2)

  const messages = stage.publisher.rounds - start
  const [slow, rest] = [await stage.slow.figures(), await stage.others.figures()]
  console.log(
    `${others} clients and one that stopped reading ${stage.slowSubscriptions} topics: ${messages} messages in each, ` +
      `${cost.mostWaiting} characters waited at most, the router's memory grew by ` +
      `${(cost.grownBytes / 1024 ** 2).toFixed(1)} MB, its connection ended ${JSON.stringify(slow.closes)}`,
  )
  expect(cost.mostWaiting).toBeGreaterThan(0)
  expect(cost.mostWaiting).toBeLessThanOrEqual(waitingBound)
  expect(cost.grownBytes).toBeLessThan(grownBoundBytes)
  expect(slow).toMatchObject({
    received: messages * stage.slowSubscriptions,
    ...{ lost: 0, duplicated: 0, refusals: {}, closes: { [slowConsumer]: 1 } },
  })
  expect(rest).toMatchObject({
    received: messages * others,
    ...{ lost: 0, duplicated: 0, refusals: {}, closes: {} },
  })
}, 180_000)
