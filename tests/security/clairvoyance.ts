import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from '#platform/stores/cache-folder.ts'

const version = '2.5.5'
const longestMs = 100_000

/** The tool's folder, or why it cannot be had here. */
export type Clairvoyance = { folder: string } | { missing: string }

/**
 * Fetches clairvoyance (a tool that recovers a closed schema from error messages, word by word) with what it needs into
 * the user's cache folder, once for all clones; only ready-made packages, so that nothing of them runs before it is used.
 */
export function fetchClairvoyance(): Clairvoyance {
  const folder = join(cacheFolder(), 'tools', `clairvoyance-${version}`)
  if (existsSync(folder)) return { folder }
  const pip = spawnSync('python3', ['-m', 'pip', '--version'], { encoding: 'utf8' })
  if (pip.status !== 0) return { missing: 'there is no Python 3 with pip' }
  mkdirSync(join(folder, '..'), { recursive: true })
  const draft = mkdtempSync(join(folder, '..', 'fetching-'))
  try {
    const quiet = ['--no-cache-dir', '--disable-pip-version-check', '--no-input', '--progress-bar', 'off']
    const args = ['-m', 'pip', 'install', '--only-binary=:all:', ...quiet, '--target', draft]
    const installed = spawnSync('python3', [...args, `clairvoyance==${version}`], {
      encoding: 'utf8',
      timeout: 180_000,
      env: { ...process.env, TMPDIR: draft },
    })
    if (installed.status !== 0) {
      const last = installed.stderr?.trim().split('\n').at(-1) ?? String(installed.error)
      return { missing: `clairvoyance ${version} cannot be fetched: ${last}` }
    }
    // a rename, so that another process sees all of it or nothing; of two that fetch it the first one's stays
    if (!existsSync(folder)) renameSync(draft, folder)
    return { folder }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

// One of its packages is a copy of Python's own asyncio, too old for this Python: behind the path it shadows nothing.
const start = 'import sys; sys.path.append(sys.argv.pop(1)); from clairvoyance.cli import cli; cli()'

/** The fields (`Type.field`) that it recovers from a server as one who has no token. */
export async function recoveredFields(
  folder: string,
  url: string,
  words: readonly string[],
): Promise<string[]> {
  const work = mkdtempSync(join(tmpdir(), 'clairvoyance-'))
  const [wordFile, schemaFile] = [join(work, 'words'), join(work, 'schema.json')]
  try {
    writeFileSync(wordFile, `${words.join('\n')}\n`)
    const args = ['-c', start, folder, '-w', wordFile, '-o', schemaFile, `${url}/graphql`]
    const run = promisify(execFile)('python3', args, { timeout: longestMs })
    // It gives up with a traceback where it can tell nothing apart: then there is no schema to read.
    const failure = await run.then(
      () => undefined,
      (error: { stderr?: string }) => error.stderr ?? String(error),
    )
    if (!existsSync(schemaFile)) {
      if (failure?.includes('EndpointError')) return []
      throw new Error(`clairvoyance failed by itself: ${failure}`)
    }
    return fieldsIn(readFileSync(schemaFile, 'utf8'))
  } finally {
    rmSync(work, { recursive: true })
  }
}

function fieldsIn(text: string): string[] {
  const { data } = JSON.parse(text) as {
    data: { __schema: { types: { name: string; fields?: { name: string }[] | null }[] } }
  }
  return data.__schema.types
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap(({ name, fields }) => (fields ?? []).map((field) => `${name}.${field.name}`))
}
