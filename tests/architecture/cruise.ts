import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() })),
  }),
})

/**
 * Looks at the imports below a folder with the rules of this repository.
 * @returns each violation as `rule: from → to`, and how many files were looked at
 */
export async function cruise(folder: string): Promise<{ violations: string[]; files: number }> {
  const rooms = [
    'platform',
    'router',
    'schema',
    'subgraphs',
    'desk',
    'live-client',
    'widget',
    'tests',
    'vitest.config.ts',
  ]
  const args = [
    program,
    ...['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'],
    ...rooms.filter((room) => existsSync(join(folder, room))),
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 256 * 1024 * 1024,
    timeout: 120_000,
  }).catch((error: unknown) => {
    // It ends with the number of violations; what it printed is the report all the same.
    if (error instanceof Error && 'stdout' in error && String(error.stdout).startsWith('{')) {
      return { stdout: String(error.stdout) }
    }
    throw error
  })
  const { summary } = report.parse(JSON.parse(stdout))
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    files: summary.totalCruised,
  }
}
