/**
 * `npm test`: check, every test, and the federation audit; with a path (`npm test -- subgraphs/routing`) only the tests
 * there. The very last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from '#platform/setup/find-chromium.ts'
import { type Counts, countsSchema, lastLine, readCounts, sum } from './setup/counts.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const longestPartMs = 20 * 60_000

/** Runs a program, shows what it prints, and gives that back with whether it ended well. */
function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ output: string; endedWell: boolean }> {
  const { promise, resolve } = Promise.withResolvers<{ output: string; endedWell: boolean }>()
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: longestPartMs,
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    process.stdout.write(text)
  })
  child.on('close', (code) => resolve({ output, endedWell: code === 0 }))
  return promise
}

async function runTests(paths: string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-counts-'))
  const file = join(folder, 'counts.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=./tests/setup/count-reporter.ts']
  try {
    const { output, endedWell } = await run([vitest, 'run', ...reporters, ...paths], { COUNTS_FILE: file })
    if (!existsSync(file)) return readCounts(output, false)
    const counts = countsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return endedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runProgram(title: string, args: string[]): Promise<Counts> {
  console.log(`\n== ${title}`)
  const { output, endedWell } = await run(args)
  return readCounts(output, endedWell)
}

async function runEverything(): Promise<Counts> {
  process.env['CHROMIUM_PATH'] = (await findChromium()) ?? 'none'
  const check = await runProgram('check', ['tests/check.ts'])
  console.log('\n== tests')
  const tests = await runTests([])
  const audit = existsSync(join(root, 'tests/audit/run.ts'))
    ? await runProgram('federation audit', ['tests/audit/run.ts'])
    : { passed: 0, failed: 0, skipped: 0 }
  return sum([check, tests, audit])
}

const paths = process.argv.slice(2)
const counts = paths.length > 0 ? await runTests(paths) : await runEverything()
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1
console.log(lastLine(counts))
