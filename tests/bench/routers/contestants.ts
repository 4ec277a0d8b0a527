import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { routerFlags } from '../../../platform/supervisor/node-flags.ts'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../../..')
const peers = resolve(here, '../peers')

/** A router process that answers GraphQL at `url`. */
export interface Contestant {
  name: string
  url: string
  pid: number
  stop(): Promise<void>
}

type Command = (supergraphFile: string, port: number, subgraphUrls: Record<string, string>) => string[]

/** As `npm start` runs it. */
const throughline = (file: string, port: number) => [
  ...routerFlags,
  join(root, 'router/main.ts'),
  '--supergraph',
  file,
  '--port',
  String(port),
  '--open',
]

const commands: Record<string, Command> = {
  Throughline: throughline,
  // Equal reads that run at the same time share one answer; the load is all equal, so this is the fairer comparison.
  'Throughline, not sharing': (file, port) => [...throughline(file, port), '--no-dedupe'],
  'Apollo Gateway': (file, port) => [join(peers, 'apollo-gateway.mjs'), file, String(port)],
  'Mercurius gateway': (_file, port, urls) => [
    join(peers, 'mercurius-gateway.mjs'),
    JSON.stringify(urls),
    String(port),
  ],
}

/** The names of all routers that are measured, ours first. */
export const contestantNames = Object.keys(commands)

/** Installs the other routers beside the product, when their lock file changed. */
export function installPeers(): void {
  const lock = createHash('sha256')
    .update(readFileSync(join(peers, 'package-lock.json')))
    .digest('hex')
  const stamp = join(peers, 'node_modules/.installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing the routers to measure against (not part of the product) …')
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit' })
  writeFileSync(stamp, lock)
}

/** Starts one router and waits until it answers. */
export async function startContestant(
  name: string,
  supergraphFile: string,
  subgraphUrls: Record<string, string>,
): Promise<Contestant> {
  const port = await freePort()
  const command = commands[name]
  if (!command) throw new Error(`There is no router called ${name}`)
  const child = spawn(process.execPath, command(supergraphFile, port, subgraphUrls), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const url = `http://127.0.0.1:${port}/graphql`
  await answering(child, name, url)
  return { name, url, pid: child.pid as number, stop: () => stopped(child) }
}

async function answering(child: ChildProcess, name: string, url: string): Promise<void> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode} before it answered`)
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ hello }"}',
    }).then(
      (response) => response.json() as Promise<{ data?: { hello?: string } }>,
      () => undefined,
    )
    if (answer?.data?.hello === 'world') return
    await new Promise((done) => setTimeout(done, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`${name} did not answer within 30 s`)
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(force)
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
