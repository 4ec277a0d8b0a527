import { expect, test } from 'vitest'
import { CircuitBreaker } from './circuit-breaker.ts'

function opened() {
  let now = 0
  const breaker = new CircuitBreaker(3, 100, () => now)
  const fail = () => breaker.failed(breaker.enter() as number)
  for (let n = 0; n < 3; n++) fail()
  return { breaker, at: (ms: number) => void (now = ms) }
}

test('failures in a row open it; a success between them begins the count anew', () => {
  const breaker = new CircuitBreaker(2, 100, () => 0)
  const turn = () => breaker.enter() as number
  breaker.failed(turn())
  breaker.succeeded(turn())
  breaker.failed(turn())
  expect(breaker.state).toBe('closed')
  breaker.failed(turn())
  expect(breaker.state).toBe('open')
  expect(breaker.enter()).toBeUndefined()
})

test('after the pause one request tries, however many come', () => {
  const { breaker, at } = opened()
  at(99)
  expect(breaker.enter()).toBeUndefined()
  at(100)
  const turns = Array.from({ length: 50 }, () => breaker.enter())
  expect(turns.filter((turn) => turn !== undefined)).toHaveLength(1)
  expect(breaker.state).toBe('half-open')
  breaker.succeeded(turns[0] as number)
  expect(breaker.state).toBe('closed')
  expect(breaker.enter()).toBeDefined()
})

test('a try that fails opens it for another pause', () => {
  const { breaker, at } = opened()
  at(100)
  breaker.failed(breaker.enter() as number)
  at(199)
  expect(breaker.enter()).toBeUndefined()
  at(200)
  expect(breaker.enter()).toBeDefined()
})

test('a try that nobody waited for leaves the question to the next one', () => {
  const { breaker, at } = opened()
  at(100)
  breaker.abandoned(breaker.enter() as number)
  expect(breaker.state).toBe('open')
  expect(breaker.enter()).toBeDefined()
})

test('what began before it opened says nothing about the time since', () => {
  let now = 0
  const breaker = new CircuitBreaker(1, 100, () => now)
  const [early, late] = [breaker.enter() as number, breaker.enter() as number]
  breaker.failed(early)
  breaker.succeeded(late)
  expect(breaker.state).toBe('open')
  now = 100
  const probe = breaker.enter() as number
  breaker.failed(late)
  expect(breaker.state).toBe('half-open')
  breaker.succeeded(probe)
  expect(breaker.state).toBe('closed')
})
