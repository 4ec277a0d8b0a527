import { spawnSync } from 'node:child_process'
import { explainFailure } from './explain-failure.mjs'
import { packagesAreInstalled } from './packages-installed.mjs'
import { say } from './say.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * Runs `npm ci` when what is installed is not what the lock file asks for.
 * @param {string} root
 * @returns {boolean} whether packages were installed
 * @throws {SetupError} what went wrong and what to do
 */
export function installPackages(root) {
  if (packagesAreInstalled(root)) return false
  say('Installing the packages (npm ci); the first time this takes a minute …')
  const { command, args } = npm()
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
  return true
}

/**
 * The npm that runs us, by its own file: `npm ci` replaces node_modules/.bin, where a `node` of ours may lie.
 * @returns {{ command: string, args: string[] }}
 */
function npm() {
  const file = process.env.npm_execpath
  return file && /npm-cli\.[cm]?js$/.test(file)
    ? { command: process.execPath, args: [file] }
    : { command: 'npm', args: [] }
}
