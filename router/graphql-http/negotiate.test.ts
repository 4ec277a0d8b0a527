import { expect, test } from 'vitest'
import { negotiate } from './negotiate.ts'

const json = 'application/json'
const newer = 'application/graphql-response+json'

test.each<[string | undefined, string | undefined, string]>([
  [undefined, json, 'never'],
  ['*/*', json, 'never'],
  [json, json, 'never'],
  [newer, newer, 'never'],
  ['application/*', json, 'never'],
  ['text/html, */*;q=0.1', json, 'never'],
  [`${newer}; charset=utf-8, ${json}; charset=utf-8`, newer, 'never'],
  [`${json}, ${newer}`, newer, 'never'],
  [`${json}, ${newer};q=0.9`, json, 'never'],
  [`${json};q=0.2, ${newer};q=0.3`, newer, 'never'],
  [`${json};q=0, */*`, newer, 'never'],
  [`${newer}, */*`, newer, 'never'],
  [`${json};q=0, ${newer}`, newer, 'never'],
  ['APPLICATION/JSON', json, 'never'],
  ['text/event-stream', undefined, 'always'],
  [`text/event-stream, ${json}`, json, 'for-subscriptions'],
  [`text/event-stream;q=0.5, ${json}`, json, 'for-subscriptions'],
  [`text/event-stream, ${json};q=0.9`, json, 'always'],
  [`${newer}, ${json}, text/event-stream, multipart/mixed`, newer, 'for-subscriptions'],
  [`text/event-stream;q=0, ${json}`, json, 'never'],
])('%s is answered as %s, events %s', (accept, result, events) => {
  const answer = { result, events }
  expect(negotiate(accept)).toEqual(answer)
  expect(negotiate(accept)).toEqual(answer) // out of the cache
})

test.each([
  'text/html',
  'application/xml',
  `${json};q=0`,
  `${json};q=2`,
  `${json};charset=latin1`,
  '',
  ', ,',
])('"%s" is acceptable to nobody', (accept) => {
  expect(() => negotiate(accept)).toThrow(expect.objectContaining({ code: 'NOT_ACCEPTABLE', status: 406 }))
  expect(() => negotiate(accept)).toThrow(expect.objectContaining({ code: 'NOT_ACCEPTABLE' }))
})

test('what strangers send does not grow without bound', () => {
  const before = process.memoryUsage().heapUsed
  for (let n = 0; n < 50_000; n++) negotiate(`application/json, x/${n}`)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(40 * 1024 * 1024)
})
