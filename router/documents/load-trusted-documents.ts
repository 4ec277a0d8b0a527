import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { documentHash } from './document-hash.ts'
import { TrustedDocuments } from './trusted-documents.ts'

/** What a face's build writes: each document's text under its SHA-256. */
const manifest = z.record(z.string(), z.string())

/**
 * Reads the manifests of released documents.
 * @param faces built faces, whose `operations.json` counts where it is there
 * @param given files, and folders whose `*.json` are read; these have to be there
 * @throws Error that names the file, when one is missing or a hash does not belong to its text
 */
export function loadTrustedDocuments(faces: readonly string[], given: readonly string[]): TrustedDocuments {
  const trusted = new TrustedDocuments()
  const ofFaces = faces.map((folder) => join(folder, 'operations.json')).filter((file) => existsSync(file))
  for (const file of [...ofFaces, ...given.flatMap(filesAt)]) addAll(file, trusted)
  return trusted
}

function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => join(path, name))
}

function addAll(file: string, trusted: TrustedDocuments): void {
  try {
    const documents = manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
    for (const [hash, text] of Object.entries(documents)) {
      if (documentHash(text) !== hash) throw new Error(`${hash} is not the SHA-256 of its document`)
      trusted.add(hash, text)
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The trusted documents in ${file} cannot be used: ${reason}`, { cause })
  }
}
