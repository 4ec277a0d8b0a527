import { expect, test } from 'vitest'
import { HeaderRules, headerRules } from './header-rules.ts'

test('rules apply in order, to the subgraphs they name', () => {
  const rules = new HeaderRules(
    headerRules.parse([
      { action: 'propagate', header: 'accept-language' },
      { action: 'propagate', header: 'x-campaign', as: 'x-origin', subgraphs: ['metrics'] },
      { action: 'insert', header: 'authorization', value: 'Bearer of-the-subgraph', subgraphs: ['partner'] },
      { action: 'remove', header: 'x-throughline-identity', subgraphs: ['partner'] },
    ]),
  )
  const client = {
    'accept-language': 'zh-CN',
    'x-campaign': 'spring',
    'x-other': 'x',
    authorization: 'Bearer client',
  }
  const own = { 'x-throughline-identity': 'signed' }
  const forwarded = rules.forward(client)
  expect(forwarded?.for('metrics', own)).toEqual({ ...own, 'accept-language': 'zh-CN', 'x-origin': 'spring' })
  expect(forwarded?.for('routing', own)).toEqual({ ...own, 'accept-language': 'zh-CN' })
  expect(forwarded?.for('partner', own)).toEqual({
    'accept-language': 'zh-CN',
    authorization: 'Bearer of-the-subgraph',
  })
  expect(own).toEqual({ 'x-throughline-identity': 'signed' })
  const keys = [client, { ...client, 'x-campaign': 'autumn' }, { ...client, 'x-other': 'y' }].map(
    (headers) => rules.forward(headers)?.key,
  )
  expect(keys[0]).not.toBe(keys[1])
  expect(keys[0]).toBe(keys[2])
  expect(rules.forward({ 'accept-language': 'a' })?.key).not.toBe(rules.forward({ 'x-campaign': 'a' })?.key)
})

test('without rules nothing is forwarded', () => {
  expect(new HeaderRules([]).forward({ 'accept-language': 'en' })).toBeUndefined()
})

test.each([
  ...[
    'x-throughline-identity',
    'authorization',
    'cookie',
    'x-api-key',
    'connection',
    'transfer-encoding',
    'te',
  ],
  ...[
    'host',
    'content-length',
    'x-forwarded-for',
    'traceparent',
    'x-request-id',
    'Accept-Language',
    'upgrade',
  ],
])('%s is never propagated, under its own name or another, from it or to it', (header) => {
  expect(headerRules.safeParse([{ action: 'propagate', header }]).success).toBe(false)
  expect(headerRules.safeParse([{ action: 'propagate', header: 'x-a', as: header }]).success).toBe(false)
})

test.each([
  { action: 'insert', header: 'x-throughline-identity', value: 'forged' },
  { action: 'insert', header: 'connection', value: 'close' },
  { action: 'insert', header: 'x-a', value: 'b\r\nx-throughline-identity: forged' },
  { action: 'copy', header: 'x-a' },
  { action: 'remove', header: 'x-a', subgraphs: [] },
  { action: 'propagate', header: 'x-a', subgraph: 'metrics' },
])('%j is no rule', (rule) => {
  expect(headerRules.safeParse([rule]).success).toBe(false)
})
