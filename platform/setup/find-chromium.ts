import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * A Chromium for the browser tests: the one that CHROMIUM_PATH names (`none` for none), else one on the PATH, else
 * Debian's, installed when this user may (root with apt-get).
 * @returns its path; undefined when there is none, after saying why
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const given = env['CHROMIUM_PATH']
  if (given) return given === 'none' ? undefined : given
  const found = onPath(names, env)
  if (found) return found
  const apt = onPath(['apt-get'], env)
  if (!apt || process.getuid?.() !== 0) {
    say('No Chromium is on the PATH, and this user may not install one (Debian: apt-get install chromium)')
    return undefined
  }
  say('Installing Chromium for the browser tests (apt-get install chromium) …')
  return installByApt(apt, env)
}

function installByApt(apt: string, env: NodeJS.ProcessEnv): string | undefined {
  // Another apt-get may be at work: wait for its lock.
  const patient = ['-o', 'DPkg::Lock::Timeout=300', '-qq', '-y']
  for (const args of [
    [...patient, 'update'],
    [...patient, 'install', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ]) {
    const run = spawnSync(apt, args, {
      encoding: 'utf8',
      timeout: 600_000,
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (run.status !== 0) {
      const words = `${run.stdout}${run.stderr}`.trim().split('\n').slice(-5).join('\n')
      say(`Chromium could not be installed:\n${words}`)
      return undefined
    }
  }
  return onPath(names, env)
}

function onPath(programs: string[], env: NodeJS.ProcessEnv): string | undefined {
  for (const program of programs) {
    for (const folder of (env['PATH'] ?? '').split(delimiter)) {
      const file = join(folder || '.', program)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {
        continue
      }
    }
  }
  return undefined
}
