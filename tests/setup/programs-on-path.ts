import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A folder for PATH with small shell programs of these names in it, and nothing else: a machine where only they exist.
 * The scripts themselves find the usual tools.
 */
export function programsOnPath(folder: string, scripts: Record<string, string>): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return bin
}
