import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { type KeptProcess, keepProcess } from '#platform/supervisor/keep-process.ts'
import { openLogFile } from '#platform/supervisor/log-file.ts'
import { terminalLine } from '#platform/supervisor/terminal-line.ts'
import { temporaryFolder } from './temporary-folder.ts'

const program = fileURLToPath(new URL('./programs/serve.ts', import.meta.url))

function keep(env: NodeJS.ProcessEnv = {}): { part: KeptProcess; warnings: string[]; folder: string } {
  const folder = temporaryFolder()
  const warnings: string[] = []
  const part = keepProcess(
    {
      name: 'part',
      args: [program],
      cwd: folder,
      env: (port) => ({ ...process.env, ...env, PORT: String(port) }),
      port: 0,
      logFile: join(folder, 'part.log'),
    },
    { info: () => undefined, warn: (text) => warnings.push(text) },
  )
  onTestFinished(() => part.stop())
  return { part, warnings, folder }
}

const pidAt = async (port: number) => Number(await (await fetch(`http://127.0.0.1:${port}`)).text())

test('a part that is killed is started again on its port, and that is said', async () => {
  const { part, warnings } = keep()
  const port = await part.ready()
  const first = part.pid
  expect(await pidAt(port)).toBe(first)
  await part.kill('SIGKILL')
  expect(await part.ready()).toBe(port)
  expect(part.pid).not.toBe(first)
  expect(await pidAt(port)).toBe(part.pid)
  expect(warnings).toEqual(['part ended (signal SIGKILL); it is started again in 200 ms'])
})

test('a part that was stopped stays so until it is started, on the same port', async () => {
  const { part, warnings } = keep()
  const port = await part.ready()
  await part.stop()
  expect(part.pid).toBeUndefined()
  await expect(pidAt(port)).rejects.toThrow()
  part.start()
  expect(await part.ready()).toBe(port)
  expect(await pidAt(port)).toBe(part.pid)
  expect(warnings).toEqual([])
})

test('a part that never starts is given up, with its last words', async () => {
  const { part, folder } = keep({ FAIL: 'yes' })
  await expect(part.ready()).rejects.toThrow(
    /part cannot be started \(exit code 1\)[\s\S]*it was told to fail/,
  )
  expect(readFileSync(join(folder, 'part.log'), 'utf8')).toContain('it was told to fail')
})

test('a log file keeps one predecessor once it is large', () => {
  const file = join(temporaryFolder(), 'part.log')
  writeFileSync(file, 'x'.repeat(10 * 1024 * 1024 + 1))
  const write = openLogFile(file)
  write('the first line of the new file')
  expect(readFileSync(file, 'utf8')).toBe('the first line of the new file\n')
  expect(existsSync(`${file}.1`)).toBe(true)
})

test.each([
  ['{"level":30,"msg":"all is well"}', undefined],
  ['{"level":40,"msg":"late"}', 'late'],
  ['{"level":50,"msg":"broken","err":{"message":"no route"}}', 'broken: no route'],
  ['    at crash (file.ts:1:1)', '    at crash (file.ts:1:1)'],
  ['', undefined],
])('of the log line %j a person sees %j', (line, shown) => {
  expect(terminalLine(line)).toBe(shown)
})
