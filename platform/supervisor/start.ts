/** `npm start`: the whole system, its demonstration, and a person at the terminal. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { say } from '../setup/say.mjs'
import { SetupError } from '../setup/setup-error.mjs'
import { keepSecret } from '../stores/keep-secret.ts'
import { runProgram } from './run-program.ts'
import { readStartOptions, startHelp } from './start-options.ts'
import { type System, startSystem } from './start-system.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const dataDir = resolve(process.env['DATA_DIR'] ?? join(root, '.throughline/data'))
const logsDir = resolve(dataDir, '../logs')
const runningFile = join(dataDir, 'running.json')
/** Programs of the demonstration, run when they are there: one prints variables as JSON, one fills the organisation. */
const demonstration = {
  environment: 'schema/demonstration/environment.ts',
  seed: 'schema/demonstration/seed.ts',
}

async function start(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2), process.env)
  if (options === 'help') {
    console.log(startHelp)
    return
  }
  const startedAt = performance.now()
  const running: { system?: System } = {}
  endOnSignal(() => running.system)
  const demonstrationEnv = options.seed ? await demonstrationEnvironment() : {}
  const system = await startSystem({
    dataDir,
    logsDir,
    port: options.port,
    env: { ...demonstrationEnv, ...process.env },
    log: { info: (text) => say(`${text} …`), warn: (text) => say(text) },
  })
  running.system = system
  // For programs beside it: the seed, the simulator, `npm run schema`. The stores' addresses hold their passwords.
  const { MONGODB_URI, VALKEY_URL, NAME_PREFIX } = system.env
  const found = { url: system.url, pid: process.pid, stores: { MONGODB_URI, VALKEY_URL, NAME_PREFIX } }
  writeFileSync(runningFile, JSON.stringify(found), { mode: 0o600 })
  chmodSync(runningFile, 0o600)
  const signIns = options.seed ? await seed(system) : ''
  console.log(announcement(system.url, signIns, Math.round(performance.now() - startedAt)))
}

async function demonstrationEnvironment(): Promise<NodeJS.ProcessEnv> {
  const password = keepSecret(join(dataDir, 'demonstration-password'), () =>
    randomBytes(9).toString('base64url'),
  )
  const own = existsSync(join(root, demonstration.environment))
    ? await runProgram(demonstration.environment, { ...process.env, DATA_DIR: dataDir }, 30_000)
    : '{}'
  return {
    ...z.record(z.string(), z.string()).parse(JSON.parse(own)),
    BOOTSTRAP_ADMIN_EMAIL: 'admin@demo.throughline.dev',
    BOOTSTRAP_ADMIN_PASSWORD: password,
    DEMO_PASSWORD: password,
  }
}

/** The product runs without its demonstration: a seed that fails is said, and ends nothing. */
async function seed(system: System): Promise<string> {
  if (!existsSync(join(root, demonstration.seed))) return ''
  say('Seeding the demonstration organisation …')
  try {
    return await runProgram(demonstration.seed, { ...system.env, ROUTER_URL: system.url }, 120_000)
  } catch (error) {
    say(`The demonstration could not be seeded: ${error instanceof Error ? error.message : String(error)}`)
    return ''
  }
}

function announcement(url: string, signIns: string, ms: number): string {
  return `
Throughline is ready (${(ms / 1000).toFixed(1)} s)

  Desk          ${url}/desk
  Widget demo   ${url}/widget/demo
  Playground    ${url}/playground
  GraphQL       ${url}/graphql
  Health        ${url}/health/ready
  Logs          ${logsDir}
${signIns.trim() ? `\n${signIns.trimEnd()}\n` : ''}
Ctrl-C ends everything; data stays in ${dataDir}.
`
}

/** The first signal ends things in order; before everything runs, or at the second, the parts see us go and end alone. */
function endOnSignal(running: () => System | undefined): void {
  let ending = false
  const end = (signal: NodeJS.Signals) => {
    const system = running()
    if (ending || !system) process.exit(130)
    ending = true
    say(`${signal}: stopping …`)
    rmSync(runningFile, { force: true })
    system.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal))
}

start().catch((error: unknown) => {
  console.error(error instanceof SetupError ? `\n${error.message}\n` : error)
  process.exit(1)
})
