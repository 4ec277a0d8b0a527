import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { explainFailure } from './explain-failure.mjs'
import { packagesAreInstalled } from './packages-installed.mjs'
import { say } from './say.mjs'
import { SetupError } from './setup-error.mjs'
import { skippedPackages } from './skipped-packages.mjs'

/**
 * Runs `npm ci` when what is installed is not what the lock file asks for.
 * @param {string} root
 * @returns {boolean} whether packages were installed
 * @throws {SetupError} what went wrong and what to do
 */
export function installPackages(root) {
  if (packagesAreInstalled(root)) return false
  say('Installing the packages (npm ci); the first time this takes a minute …')
  installBy(process.execPath, root)
  const newer = join(root, 'node_modules', '.bin', 'node')
  if (skippedPackages(root).length > 0 && existsSync(newer)) {
    say(`Installing what npm leaves out on Node ${process.versions.node}, by the Node that came along …`)
    // Apart, because `npm ci` empties node_modules under the program that runs it.
    const apart = join(root, '.throughline', 'node')
    mkdirSync(dirname(apart), { recursive: true })
    copyFileSync(realpathSync(newer), apart)
    chmodSync(apart, 0o755)
    installBy(apart, root)
    rmSync(apart, { force: true })
  }
  return true
}

/**
 * @param {string} node the Node to run npm on
 * @param {string} root
 */
function installBy(node, root) {
  const { command, args } = npm(node)
  const run = spawnSync(
    command,
    [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      // Development tools are part of what `npm start` needs once (the faces are built here).
      env: { ...process.env, NODE_ENV: 'development' },
    },
  )
  if (run.error && 'code' in run.error && run.error.code === 'ENOENT') {
    throw new SetupError(
      'npm is not on the PATH.',
      'Install Node.js with npm (https://nodejs.org), then run the command again.',
    )
  }
  if (run.status !== 0) {
    const said = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error ? String(run.error) : ''}`
    throw explainFailure('Installing the packages (npm ci)', said, root)
  }
}

/**
 * The npm that runs us, by its own file: `npm ci` replaces node_modules/.bin, where a `node` of ours may lie.
 * @param {string} node
 * @returns {{ command: string, args: string[] }}
 */
function npm(node) {
  const file = process.env.npm_execpath
  return file && /npm-cli\.[cm]?js$/.test(file)
    ? { command: node, args: [file] }
    : { command: 'npm', args: [] }
}
