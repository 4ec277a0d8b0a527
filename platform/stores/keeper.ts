/**
 * Runs one store's server and outlives nobody: when its standard input closes, because the parent ended it or died
 * (even by kill -9), it stops the server, then removes the folders that it was told to.
 *
 * node keeper.ts '{"command":"mongod","args":[…],"folder":"…","graceMs":10000,"removeAfter":[…]}'
 */
import { spawn } from 'node:child_process'
import { openSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processIdentity } from '../setup/process-identity.mjs'
import type { KeeperOrder } from './keeper-order.ts'

const order = JSON.parse(process.argv[2] ?? '{}') as KeeperOrder
const output = openSync(join(order.folder, 'output.log'), 'a', 0o600)
const server = spawn(order.command, order.args, { stdio: ['ignore', output, output] })
let stopping = false

if (server.pid) writeFileSync(join(order.folder, 'pid'), processIdentity(server.pid) ?? '', { mode: 0o600 })

function stop(): void {
  if (stopping) return
  stopping = true
  server.kill('SIGTERM')
  setTimeout(() => server.kill('SIGKILL'), order.graceMs).unref()
}

server.on('error', (error) => {
  writeFileSync(output, `${error.message}\n`)
  process.exit(1)
})
server.on('exit', (code) => {
  if (stopping) {
    for (const folder of order.removeAfter) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    if (order.removeWhenEmpty) removeWhenEmpty(order.removeWhenEmpty)
  }
  process.exit(stopping ? 0 : code || 1)
})
process.stdin.on('close', stop).resume()
process.on('SIGTERM', stop)
// A terminal sends these to everybody; the parent decides the order in which things end.
process.on('SIGINT', () => undefined)
process.on('SIGHUP', () => undefined)

/** The other store's keeper may still have its own folder in it; the last one removes it. */
function removeWhenEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && ['ENOTEMPTY', 'ENOENT'].includes(String(error.code))))
      throw error
  }
}
