import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { tryLock } from '#platform/setup/lock.mjs'
import { startSystem } from '#platform/supervisor/start-system.ts'
import { temporaryFolder } from './temporary-folder.ts'

const start = fileURLToPath(new URL('../../platform/supervisor/start.ts', import.meta.url))

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

test('`npm start` on a port in use ends at once, names the port and another way', async () => {
  const port = await takenPort()
  const run = spawnSync(process.execPath, [start, '--no-seed'], {
    encoding: 'utf8',
    env: { ...process.env, PORT: String(port), DATA_DIR: join(temporaryFolder(), 'data') },
    timeout: 30_000,
  })
  expect(run.stderr).toContain(`Port ${port} is in use by another program.`)
  expect(run.stderr).toContain(`PORT=${port + 1} npm start`)
  expect(run.stderr).not.toMatch(/^\s+at /m)
  expect(run.status).toBe(1)
})

test('a second `npm start` of the same folder is refused and told of the first', async () => {
  const dataDir = temporaryFolder()
  const lock = tryLock(join(dataDir, 'lock'))
  expect(lock).toHaveProperty('release')
  await expect(startSystem({ dataDir })).rejects.toThrow(`is running (process ${process.pid})`)
})

test('a failed start gives the folder back', async () => {
  const dataDir = temporaryFolder()
  await expect(startSystem({ dataDir, port: await takenPort() })).rejects.toThrow('is in use')
  expect(tryLock(join(dataDir, 'lock'))).toHaveProperty('release')
})

test.each([
  [['--help'], 0, /npm start \[-- OPTIONS\]/],
  [['--port', 'many'], 1, /"many" is no port/],
  [['--sed'], 1, /Unknown option '--sed'[\s\S]*--no-seed/],
])('npm start %j ends with %d and says what it knows', (args, status, said) => {
  const run = spawnSync(process.execPath, [start, ...args], { encoding: 'utf8', timeout: 30_000 })
  expect(`${run.stdout}${run.stderr}`).toMatch(said)
  expect(run.status).toBe(status)
})
