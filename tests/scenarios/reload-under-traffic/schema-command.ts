import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What a command printed, and its exit code. */
export interface CommandResult {
  code: number
  text: string
}

/** Runs `npm run schema -- …` against the stores of an environment, as a process of its own. */
export function schemaCommand(env: NodeJS.ProcessEnv, ...args: string[]): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['schema/cli.ts', ...args],
      { cwd: root, env: { PATH: process.env.PATH, ...env }, timeout: 120_000 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
        resolve({ code, text: `${stdout}${stderr}` })
      },
    )
  })
}
