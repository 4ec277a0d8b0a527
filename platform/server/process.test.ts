import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { dropEverything } from '../testkit/drop-everything.ts'
import { testEnvironment, testPrefix } from '../testkit/test-config.ts'
import { until } from '../testkit/until.ts'

// Processes start slowly on a machine under load.
vi.setConfig({ testTimeout: 120_000 })

const program = new URL('./fixtures/library-process.ts', import.meta.url)
const environment = testEnvironment(testPrefix())
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => dropEverything(environment as Parameters<typeof dropEverything>[0], 'library'))

interface Ready {
  kind: 'ready'
  port: number
  metricsPort: number
}

/** Starts the program and collects what it says. */
async function start(): Promise<{ child: ChildProcess; said: unknown[]; ready: Ready }> {
  const child = fork(program, { env: { ...process.env, ...environment }, execArgv: [] })
  children.push(child)
  const said: unknown[] = []
  child.on('message', (message) => said.push(message))
  const ready = await until('it is ready', () =>
    said.find((one): one is Ready => (one as Ready).kind === 'ready'),
  )
  return { child, said, ready }
}

test('it reports its ports, and SIGTERM lets a running request end before it stops', async () => {
  const { child, said, ready } = await start()
  expect((await fetch(`http://127.0.0.1:${ready.port}/health/ready`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${ready.metricsPort}/metrics`)).status).toBe(200)
  const slow = fetch(`http://127.0.0.1:${ready.port}/slow`)
  await until('the request runs', () => said.includes('asked'))
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await (await slow).json()).toEqual({ answered: true })
  expect(await exited).toEqual([0, null])
  expect(said).toContain('stopped')
  await expect(fetch(`http://127.0.0.1:${ready.port}/health/live`)).rejects.toThrow()
})

test('it ends when its parent has gone', async () => {
  const { child } = await start()
  const exited = once(child, 'exit')
  child.disconnect()
  expect(await exited).toEqual([0, null])
})

test('it says every mistake of its configuration and does not start', async () => {
  const child = spawn(process.execPath, [program.pathname], {
    env: { PATH: process.env.PATH, MONGODB_URI: 'nowhere' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let text = ''
  child.stderr.on('data', (chunk) => {
    text += String(chunk)
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  for (const name of ['MONGODB_URI', 'VALKEY_URL', 'IDENTITY_PUBLIC_JWK', 'SECRETS_KEY'])
    expect(text).toContain(name)
})
