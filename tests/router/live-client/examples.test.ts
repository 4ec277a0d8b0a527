import { execFile, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { noBrowser, openBrowser } from '../../scenarios/browser.ts'
import { staffToken } from '../front/person.ts'
import { addMessages } from '../front/subgraphs/conversation.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from '../front/test-system.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const readme = readFileSync(join(root, 'live-client/README.md'), 'utf8')
/** The README's example in a language. */
const example = (language: string) =>
  new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'm').exec(readme)?.[1] ?? ''

/** A partner's project with the built package in it. */
const project = mkdtempSync(join(tmpdir(), 'live-client-'))
const installed = join(project, 'node_modules/@throughline/live-client')
let system: TestSystem
beforeAll(async () => {
  mkdirSync(installed, { recursive: true })
  writeFileSync(join(project, 'package.json'), '{"type":"module"}')
  execFileSync(process.execPath, [join(root, 'live-client/build.ts'), installed], { stdio: 'inherit' })
  system = await startTestSystem({ CONNECTION_HEARTBEAT_MS: '300' })
}, 120_000)
afterAll(async () => {
  await system?.stop()
  rmSync(project, { recursive: true })
})

test('the package is complete: everything it offers can be imported, and its types hold', async () => {
  const { exports, dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    exports: Record<string, unknown>
    dependencies?: object
  }
  expect(dependencies).toBeUndefined()
  const names = Object.keys(exports).map((path) => path.replace('.', '@throughline/live-client'))
  expect(names).toContain('@throughline/live-client/topic-results')
  writeFileSync(
    join(project, 'consumer.ts'),
    `${names.map((name, index) => `import * as m${index} from '${name}'`).join('\n')}
     import { openLive } from '@throughline/live-client'
     export const all = [${names.map((_name, index) => `m${index}`).join()}]
     export const live = openLive({ url: 'http://localhost/graphql', token: async (refused: boolean) => String(refused) })
     // @ts-expect-error A line has no other states than these.
     export const odd: boolean = live.line.state === 'broken'
     export const topic = live.follow<{ a: number }>({ query: '', onData: ({ a }) => a.toFixed(), onGap: async () => ({}) })`,
  )
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: false,
    types: [],
    lib: ['ES2024', 'DOM', 'DOM.Iterable'],
    module: 'NodeNext',
    target: 'ES2022',
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }))
  const checked = await promisify(execFile)(process.execPath, [tsc, '-p', project]).catch(
    (error: { stdout: string }) => error,
  )
  expect(checked.stdout).toBe('')
  writeFileSync(join(project, 'all.js'), `${names.map((name) => `await import('${name}')`).join('\n')}\n`)
  execFileSync(process.execPath, ['all.js'], { cwd: project })
}, 120_000)

test('the example for Node writes a conversation, over a router that dies, and ends when told to', async () => {
  writeFileSync(join(project, 'follow.mjs'), example('js'))
  const router = await system.anotherRouter()
  const program = spawn(process.execPath, ['follow.mjs', 'readme-node'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, THROUGHLINE_URL: router.url, EMAIL: adminEmail, PASSWORD: adminPassword },
  })
  let written = ''
  let told = ''
  program.stdout.setEncoding('utf8').on('data', (text: string) => (written += text))
  program.stderr.setEncoding('utf8').on('data', (text: string) => (told += text))
  const ended = new Promise((resolve) => program.once('close', resolve))
  const { ctx } = system.subgraph()
  await until('the first words', async () => {
    if (!written) await addMessages(ctx, 'readme-node', 1)
    return written
  })
  await router.stop()
  const rows = await addMessages(ctx, 'readme-node', 3)
  await system.anotherRouter({ PORT: String(router.port) })
  const last = rows.at(-1)?.sequence ?? 0
  await until(`all words; ${told}`, () => written.endsWith(`${last} message ${last}\n`))
  const sequences = written.trim().split('\n').map(Number.parseFloat)
  expect(sequences).toEqual(sequences.map((_sequence, index) => (sequences[0] ?? 0) + index))
  expect(told).toBe('reconnecting\nonline\n')
  program.kill('SIGTERM')
  expect(await ended).toBe(0)
}, 60_000)

describe('the example for a browser', () => {
  beforeEach(({ skip }) => skip(noBrowser !== undefined, noBrowser))

  test('shows a conversation, over a router that dies', async () => {
    const pages = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://page').pathname
      const script = /^\/live-client\/([\w-]+\.js)$/.exec(path)?.[1]
      response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
      response.end(script ? readFileSync(join(installed, script)) : example('html'))
    })
    await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening))
    const router = await system.anotherRouter()
    const browser = await openBrowser()
    const page = await browser.person()
    const token = await staffToken(router.url)
    const given = new URLSearchParams({ server: router.url, conversation: 'readme-browser', token })
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/#${given}`)
    const shown = async () => (await page.locator('#messages li').allInnerTexts()).map((text) => text.trim())
    const { ctx } = system.subgraph()
    await until('the first words', async () => {
      if ((await shown()).length === 0) await addMessages(ctx, 'readme-browser', 1)
      return (await shown()).length
    })
    await router.stop()
    await page.getByText(/^reconnecting since /).waitFor()
    const rows = await addMessages(ctx, 'readme-browser', 3)
    await system.anotherRouter({ PORT: String(router.port) })
    await until('all words', async () => (await shown()).at(-1) === rows.at(-1)?.text)
    const texts = await shown()
    const from = Number(/\d+/.exec(texts[0] ?? '')?.[0])
    expect(texts).toEqual(texts.map((_text, index) => `message ${from + index}`))
    expect(await page.locator('#line').innerText()).toBe('')
    await browser.close()
    pages.closeAllConnections()
    pages.close()
  }, 90_000)
})
