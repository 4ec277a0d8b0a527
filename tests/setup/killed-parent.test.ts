import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { isAlive, processIdentity } from '#platform/setup/process-identity.mjs'
import { temporaryFolder } from './temporary-folder.ts'
import { until } from './until.ts'

const program = fileURLToPath(new URL('./programs/hold-stores.ts', import.meta.url))

test('stores end with their parent even when it is killed by -9, and leave no folder behind', {
  timeout: 90_000,
}, async () => {
  const folder = temporaryFolder()
  const parent = fork(program, { env: { ...process.env, TMPDIR: folder }, execArgv: [] })
  onTestFinished(() => void parent.kill('SIGKILL'))
  const [message] = (await once(parent, 'message')) as [unknown]
  const pids = z.object({ mongodb: z.number(), valkey: z.number() }).parse(message)
  const servers = Object.values(pids).map((pid) => processIdentity(pid) ?? '')
  expect(servers.every(isAlive)).toBe(true)
  expect(readdirSync(folder)).toHaveLength(1)

  parent.kill('SIGKILL')

  await until('both servers have ended', () => !servers.some(isAlive))
  await until('their folder is gone', () => readdirSync(folder).length === 0)
})
