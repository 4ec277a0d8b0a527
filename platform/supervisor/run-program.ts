import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Runs a program of this repository to its end; its standard error shows at once.
 * @param program its path from the root
 * @returns what it printed
 * @throws Error when it fails or takes longer
 */
export async function runProgram(program: string, env: NodeJS.ProcessEnv, maxMs: number): Promise<string> {
  const running = promisify(execFile)(process.execPath, [program], {
    cwd: root,
    env,
    timeout: maxMs,
    maxBuffer: 10 * 1024 * 1024,
  })
  running.child.stderr?.pipe(process.stderr)
  const { stdout } = await running
  return stdout
}
