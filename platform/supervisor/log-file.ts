import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const largestBytes = 10 * 1024 * 1024

/**
 * A file of lines that keeps one predecessor, `<file>.1`, once it has grown past 10 MB.
 * @returns writes one line
 */
export function openLogFile(file: string): (line: string) => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  let bytes = existsSync(file) ? statSync(file).size : 0
  return (line) => {
    if (bytes > largestBytes) {
      renameSync(file, `${file}.1`)
      bytes = 0
    }
    appendFileSync(file, `${line}\n`, { mode: 0o600 })
    bytes += line.length + 1
  }
}
