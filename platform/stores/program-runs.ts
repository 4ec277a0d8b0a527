import { spawnSync } from 'node:child_process'
import { SetupError } from '../setup/setup-error.mjs'
import type { StoreProgram } from './store-programs.ts'

/** What trying a program showed: its version, or why it cannot be used. */
export type Trial = { version: string } | { unusable: string }

/** Runs `--version`, which needs every library that the program needs. */
export function tryProgram(program: StoreProgram, command: string): Trial {
  const run = spawnSync(command, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  const said = `${run.stdout ?? ''}${run.stderr ?? ''}`.trim()
  if (run.error) return { unusable: run.error.message }
  if (run.status !== 0) return { unusable: said || `it ended with ${run.status ?? run.signal}` }
  const found = program.version.exec(said)
  if (!found) return { unusable: `its version cannot be read from "${said.split('\n')[0]}"` }
  const [major, minor] = [Number(found[1]), Number(found[2])]
  const [oldMajor, oldMinor] = program.oldest
  if (major < oldMajor || (major === oldMajor && minor < oldMinor)) {
    return { unusable: `it is version ${major}.${minor}; ${oldMajor}.${oldMinor} or newer is needed` }
  }
  return { version: `${major}.${minor}` }
}

/** The message for a fetched program that does not run here, most often for want of a library. */
export function cannotRun(program: StoreProgram, said: string): SetupError {
  const library = /loading shared libraries: (\S+?):/.exec(said)?.[1]
  if (!library) {
    return new SetupError(
      `${program.title}'s server does not run on this machine:\n    ${said}`,
      program.install,
    )
  }
  const debianPackage = library.startsWith('libcurl') ? 'libcurl4' : 'libssl3'
  return new SetupError(
    `${program.title}'s server needs the library ${library}, which this machine lacks.`,
    `Install it (Debian, Ubuntu: apt-get install ${debianPackage}; Fedora: dnf install ${library.startsWith('libcurl') ? 'libcurl' : 'openssl-libs'}), then run the command again. Or: ${program.install}`,
  )
}
