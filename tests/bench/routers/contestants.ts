import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '#platform/stores/free-port.ts'
import { until } from '#platform/testkit/until.ts'
import { partFlags, routerFlags } from '../../../platform/supervisor/node-flags.ts'
import { peersFolder } from '../install-peers.ts'
import { startSignedInRouter } from './signed-in-router.ts'

const routerProgram = fileURLToPath(new URL('../../../router/main.ts', import.meta.url))

/** A router process that answers GraphQL at `url`. */
export interface Contestant {
  name: string
  url: string
  /** What each client sends along to be served; one for all where nobody is told apart. */
  headers: Array<Record<string, string>>
  pid: number
  /** Where Node's inspector listens once it is asked to. */
  inspectPort: number
  stop(): Promise<void>
}

/** The graph that every contestant serves. */
export interface Federation {
  supergraph: string
  supergraphFile: string
  subgraphUrls: Record<string, string>
  /** For whatever a contestant writes; removed at the end. */
  folder: string
}

type Start = (name: string, federation: Federation) => Promise<Contestant>

const open = (...more: string[]): Start =>
  program(({ supergraphFile }, port) => [
    ...[...partFlags, routerProgram, '--open'],
    ...['--supergraph', supergraphFile, '--port', port, ...more],
  ])

const hive = (...more: string[]): Start =>
  program(({ supergraphFile }, port) => [
    ...[join(peersFolder, 'node_modules/@graphql-hive/gateway/dist/bin.js'), 'supergraph', supergraphFile],
    ...['--host', '127.0.0.1', '--port', port, ...more],
  ])

const contestants: Record<string, Start> = {
  'Throughline, identity and limits on': startSignedInRouter,
  Throughline: open(),
  'Throughline, not sharing': open('--no-dedupe'),
  'Apollo Gateway': program(({ supergraphFile }, port) => [
    ...[join(peersFolder, 'apollo-gateway.mjs'), supergraphFile, port],
  ]),
  'Mercurius gateway': program(({ subgraphUrls }, port) => [
    ...[join(peersFolder, 'mercurius-gateway.mjs'), JSON.stringify(subgraphUrls), port],
  ]),
  // Its documented setting for speed. With the Rust planner it answers null under JIT, so that one goes without.
  'Hive Gateway, JIT': hive('--jit'),
  'Hive Gateway, Rust planner': hive('--hive-router-runtime'),
}

/** The names of all routers that are measured, ours first. */
export const contestantNames = Object.keys(contestants)

/** Starts one router and waits until it answers. */
export async function startContestant(name: string, federation: Federation): Promise<Contestant> {
  const start = contestants[name]
  if (!start)
    throw new Error(`There is no router called "${name}". There are: ${contestantNames.join(', ')}.`)
  return start(name, federation)
}

/** A router that is a program with arguments and serves anybody. */
function program(command: (federation: Federation, port: string) => string[]): Start {
  return async (name, federation) => {
    const [port, inspectPort] = [await freePort(), await freePort()]
    // Node's own settings are equal for all: what gives our router room for short-lived objects helps any other too.
    const flags = [...routerFlags, `--inspect-port=127.0.0.1:${inspectPort}`]
    const child = spawn(process.execPath, [...flags, ...command(federation, String(port))], {
      cwd: federation.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    let lastWords = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-2_000)
    })
    const url = `http://127.0.0.1:${port}/graphql`
    try {
      await until(`${name} answers`, async () => child.exitCode !== null || (await answers(url)), 30_000)
      if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`)
    } catch (cause) {
      await stopped(child)
      throw new Error(`${name} cannot be measured. Its last words:\n${lastWords}`, { cause })
    }
    return { name, url, headers: [{}], pid: child.pid as number, inspectPort, stop: () => stopped(child) }
  }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ hello }"}',
  })
  const { data } = (await response.json()) as { data?: { hello?: string } }
  return data?.hello === 'world'
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(force)
}
