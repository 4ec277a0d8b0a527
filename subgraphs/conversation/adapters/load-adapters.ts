import { readdir } from 'node:fs/promises'
import type { ChannelAdapter } from './contract.ts'

const here = new URL('./', import.meta.url)

/** Reads every folder beside this file: each is one channel. @throws Error when one does not keep the contract's form */
export async function loadAdapters(folder: URL = here): Promise<ReadonlyMap<string, ChannelAdapter>> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
  const loaded = await Promise.all(
    names.sort().map(async (name) => {
      const module: unknown = await import(new URL(`${name}/index.ts`, folder).href)
      const adapter = (module as { adapter?: ChannelAdapter }).adapter
      if (adapter?.channel !== name)
        throw new Error(`adapters/${name}/index.ts has to export the adapter "${name}"`)
      return [name, adapter] as const
    }),
  )
  return new Map(loaded)
}
