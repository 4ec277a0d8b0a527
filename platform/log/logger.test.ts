import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  write(createLogger('test', 'debug', { write: (line) => lines.push(line) }))
  return lines.join('')
}

test.each<[string, (log: ReturnType<typeof createLogger>) => void]>([
  ['a message', (log) => log.info('sent to lisa@example.org')],
  ['an argument of a message', (log) => log.info('sent to %s', 'lisa@example.org')],
  ['a private field', (log) => log.info({ text: 'lisa@example.org' }, 'received')],
  [
    'a private field deep inside',
    (log) => log.info({ a: { b: [{ Display_Name: 'lisa@example.org' }] } }, 'received'),
  ],
  ['a text that is not private by name', (log) => log.info({ note: 'from lisa@example.org' }, 'received')],
  ['an error', (log) => log.error(new Error('no mailbox lisa@example.org'))],
  ['an error beside a message', (log) => log.error({ err: new Error('lisa@example.org') }, 'failed')],
  [
    'an error with a cause',
    (log) => log.error({ err: new Error('x', { cause: new Error('lisa@example.org') }) }, 'x'),
  ],
  ['a child', (log) => log.child({ requestId: 'r' }).warn({ token: 'lisa@example.org' }, 'lisa@example.org')],
])('%s does not show an e-mail address', (_what, write) => {
  const line = logged(write)
  expect(line).not.toContain('lisa@example.org')
  expect(line).toMatch(/\[(masked|email)\]/)
})

test.each([
  ['+41 79 123 45 67', '[phone]'],
  ['4111 1111 1111 1111', '[number]'],
  ['eyJhbGciOi.eyJzdWIi.c2ln', '[token]'],
  ['Bearer abc.def', 'Bearer [token]'],
  ['mongodb://user:hush@127.0.0.1:1', 'mongodb://[credentials]@127.0.0.1:1'],
])('%s becomes %s', (text, masked) => {
  expect(logged((log) => log.info(`it was ${text} here`))).toContain(`it was ${masked} here`)
})

test('ids, counts and times stay readable', () => {
  const line = logged((log) =>
    log.info({ id: '0199d3a4-7b1c-7d2e-8f00-123456789abc', count: 3 }, 'took 1200 ms'),
  )
  expect(JSON.parse(line)).toMatchObject({
    id: '0199d3a4-7b1c-7d2e-8f00-123456789abc',
    count: 3,
    msg: 'took 1200 ms',
  })
})
