import { expect, test, vi } from 'vitest'
import { GraphClient } from '../../simulator/graph-client.ts'
import { readOptions } from '../../simulator/options.ts'
import { ProviderServers } from '../../simulator/provider-servers.ts'
import { simulate } from '../../simulator/simulate.ts'
import { systemToUse } from '../../simulator/system-to-use.ts'
import { Staff } from '../staff.ts'

test('customers on four channels are answered by agents, and the figures add up', async () => {
  const options = readOptions([
    ...[
      '--contacts',
      '16',
      '--rate',
      '240',
      '--agents',
      '4',
      '--handle-seconds',
      '0.2',
      '--patience-seconds',
      '40',
    ],
    ...['--mix', 'web-chat=1,telegram=1,whatsapp=1,phone=1', '--seed', '7'],
  ])
  if (options === 'help') throw new Error('unreachable')
  const providers = new ProviderServers()
  const system = await systemToUse(providers, undefined, { own: true })
  try {
    const { outcomes, agentErrors } = await simulate(system, providers, options)
    expect(agentErrors).toEqual([])
    expect(outcomes.filter(({ failure }) => failure)).toEqual([])
    expect(new Set(outcomes.map(({ channel }) => channel)).size).toBe(4)

    const client = new GraphClient(
      system.url,
      await new Staff(system.url).signIn(system.admin.email, system.admin.password),
    )
    await vi.waitFor(
      async () => {
        const { liveMetrics } = await client.request<{
          liveMetrics: {
            total: { offered: number; answered: number; abandoned: number; waiting: number }
            byChannel: Array<{ channel: string; metrics: { answered: number } }>
          }
        }>(
          '{ liveMetrics { total { offered answered abandoned waiting } byChannel { channel metrics { answered } } } }',
        )
        expect(liveMetrics.total).toEqual({ offered: 16, answered: 16, abandoned: 0, waiting: 0 })
        for (const { channel, metrics } of liveMetrics.byChannel) {
          expect(metrics.answered).toBe(outcomes.filter((outcome) => outcome.channel === channel).length)
        }
      },
      { timeout: 15_000, interval: 200 },
    )
    await client.close()
  } finally {
    await system.stop()
    await providers.close()
  }
}, 120_000)
