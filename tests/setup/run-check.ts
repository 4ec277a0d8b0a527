import { spawn } from 'node:child_process'

const maxMs = 10 * 60_000

/** Runs a program of Node's to its end, or for 10 minutes; gives what it printed when it did not end well. */
export function runCheck(
  args: string[],
  cwd: string,
): Promise<{ passed: boolean; output: string; ms: number }> {
  const startedAt = performance.now()
  const { promise, resolve } = Promise.withResolvers<{ passed: boolean; output: string; ms: number }>()
  const child = spawn(process.execPath, args, { cwd, timeout: maxMs, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  child.on('close', (code, signal) => {
    const ended = signal ? `${output}\nended by ${signal}` : output
    resolve({ passed: code === 0, output: ended, ms: performance.now() - startedAt })
  })
  return promise
}
