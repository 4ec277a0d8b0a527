import { readFileSync } from 'node:fs'
import { versionHeads, versionOf } from '../../router/supergraph/registry/supergraph-versions.ts'
import type { Registry } from '../../router/supergraph/registry/registry.ts'
import { apiChanges, changeLines } from '../api-changes.ts'
import { compose } from '../compose.ts'
import { openRegistry } from '../registry/open-registry.ts'
import { CommandRefused } from '../registry/refused.ts'

/**
 * Prints what clients notice between two versions: from the first (the newest when left out) to the second (what the
 * subgraphs compose to, or the file, when left out).
 * @throws CommandRefused when there is no such version
 */
export async function diff(
  [from, to]: readonly (string | undefined)[],
  { file }: { file?: string | undefined },
): Promise<boolean> {
  const registry = await openRegistry()
  try {
    const before = await sdlOf(registry, from)
    const after =
      to === undefined
        ? file === undefined
          ? compose()
          : readFileSync(file, 'utf8')
        : await sdlOf(registry, to)
    const lines = changeLines(apiChanges(before, after))
    console.log(lines.length ? lines.join('\n') : 'What clients see is the same.')
    if (before !== after && lines.length === 0)
      console.log('The supergraphs differ in what clients do not see.')
    return true
  } finally {
    await registry.close()
  }
}

async function sdlOf(registry: Registry, number: string | undefined): Promise<string> {
  const wanted = number === undefined ? (await versionHeads(registry.db, 1))[0]?._id : Number(number)
  const version =
    wanted !== undefined && Number.isInteger(wanted) ? await versionOf(registry.db, wanted) : null
  if (version) return version.sdl
  throw new CommandRefused(
    number === undefined
      ? 'Nothing was published yet.'
      : `There is no version ${number}: see \`npm run schema -- history\`.`,
  )
}
