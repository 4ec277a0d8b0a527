import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { loadAdapters } from './load-adapters.ts'
import { newAdapter } from './new-adapter.ts'

const here = fileURLToPath(new URL('./', import.meta.url))
// Beside the real ones, so that its imports are those of a real adapter; a dot keeps it out of the loader's way.
const folder = mkdtempSync(join(here, '.new-adapter-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a new channel is one folder: made, loaded, and it reads its example', async () => {
  for (const file of ['contract.ts', 'contract-http.ts', 'contract-signature.ts']) {
    cpSync(join(here, file), join(folder, file))
  }
  const url = pathToFileURL(`${folder}/`)
  newAdapter('pigeon', url)
  const adapters = await loadAdapters(url)
  const pigeon = adapters.get('pigeon')
  expect([...adapters.keys()]).toEqual(['pigeon'])
  const body = { id: 'm1', from: 'p', at: '2026-01-05T10:00:00.000Z', text: 'coo' }
  expect(pigeon?.parse(Buffer.from(JSON.stringify(body))).events).toMatchObject([
    { type: 'message', text: 'coo' },
  ])
  expect(() => newAdapter('pigeon', url)).toThrow('there already')
  expect(() => newAdapter('../evil', url)).toThrow("is not a channel's name")
})
