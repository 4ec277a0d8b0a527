import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AccountBase, ChannelAdapter, WebhookRequest } from './contract.ts'
import type { ChannelEvent } from './contract-events.ts'

/** What a channel shows of itself for the shared test. */
export interface ContractExamples<A extends AccountBase> {
  account: A
  /** A body that the provider would send, and what it says. */
  bodies: Record<string, { body: unknown; events: Array<Partial<ChannelEvent>> }>
  /** The headers by which the provider proves itself for a body; absent for a channel without webhooks. */
  sign?(rawBody: Buffer, now: Date): Record<string, string>
}

const now = new Date('2026-01-05T10:00:00.000Z')

/** What every adapter has to keep, whatever its protocol. */
export function adapterContract<A extends AccountBase>(
  adapter: ChannelAdapter<A>,
  { account, bodies, sign }: ContractExamples<A>,
): void {
  const request = (rawBody: Buffer, headers: Record<string, string>): WebhookRequest => ({
    rawBody,
    headers,
    query: {},
    now,
  })

  describe(`the contract of ${adapter.channel}`, () => {
    test('its account is accepted by its own schema', () => {
      expect(adapter.account.safeParse(account)).toMatchObject({ success: true })
    })

    test('nothing unsigned is believed', () => {
      for (const { body } of Object.values(bodies)) {
        expect(adapter.verify(request(Buffer.from(JSON.stringify(body)), {}), account)).toBe(false)
      }
      expect(adapter.verify(request(Buffer.alloc(0), {}), account)).toBe(false)
    })

    if (sign) {
      test('what the provider signed is believed, and with any header changed it is not', () => {
        for (const { body } of Object.values(bodies)) {
          const rawBody = Buffer.from(JSON.stringify(body))
          const headers = sign(rawBody, now)
          expect(adapter.verify(request(rawBody, headers), account)).toBe(true)
          for (const [name, value] of Object.entries(headers)) {
            const changed = { ...headers, [name]: `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}` }
            expect(adapter.verify(request(rawBody, changed), account)).toBe(false)
          }
        }
      })
    }

    test.each(Object.entries(bodies))('reads %s', (_name, { body, events }) => {
      const parsed = adapter.parse(Buffer.from(JSON.stringify(body)))
      expect(parsed.events).toMatchObject(events)
      // The same bytes say the same, or retries would not be recognised.
      expect(adapter.parse(Buffer.from(JSON.stringify(body)))).toEqual(parsed)
    })

    test('whatever comes, it reads it or throws an error', () => {
      fc.assert(
        fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
          try {
            expect(Array.isArray(adapter.parse(Buffer.from(text)).events)).toBe(true)
          } catch (error) {
            expect(error).toBeInstanceOf(Error)
          }
        }),
        { numRuns: 200 },
      )
    })

    test('who is behind an address is told in words that all channels share', () => {
      const identifiers = adapter.identifiers({ sourceId: '4915112345678' }, account)
      for (const { type, value } of identifiers) {
        if (type === 'CHANNEL_ACCOUNT')
          expect(value).toBe(`${account.channel}:${account.account}:4915112345678`)
        if (type === 'PHONE') expect(value).toMatch(/^\+\d+$/)
      }
    })
  })
}
