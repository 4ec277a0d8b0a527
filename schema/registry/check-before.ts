import { fileURLToPath } from 'node:url'
import { loadTrustedDocuments } from '../../router/documents/load-trusted-documents.ts'
import type { TrustedDocuments } from '../../router/documents/trusted-documents.ts'
import type { UsedOperation } from '../../router/engine/audience.ts'
import type { contracts } from '../../router/identity/field-access.ts'
import { Trial } from '../../router/supergraph/trial/trial.ts'
import { apiChanges, changeLines } from '../api-changes.ts'
import { CommandRefused } from './refused.ts'

/** Where a built face is: as the router is told, or beside us. */
const face = (name: 'desk' | 'widget') =>
  process.env[`${name.toUpperCase()}_DIST`] || fileURLToPath(new URL(`../../${name}/dist`, import.meta.url))

/**
 * Looks at a supergraph as a router would before it takes it, and at what its clients would lose; prints the changes.
 * @param before what it would replace
 * @throws CommandRefused when no router would take it, or when it breaks clients and that is not allowed
 */
export async function checkBefore(
  sdl: string,
  before: string | undefined,
  allowBreaking: boolean,
): Promise<void> {
  const trial = new Trial()
  const operations = releasedOperations()
  const { problems, lost } = await trial.run({ sdl, urls: {}, operations }).finally(() => trial.close())
  if (problems.length) {
    const lines = problems.map(({ code, message }) => `  ${code}: ${message}`)
    throw new CommandRefused(`No router would take this supergraph:\n${lines.join('\n')}`)
  }
  const changes = before === undefined ? undefined : apiChanges(before, sdl)
  const lines = changes ? changeLines(changes) : []
  if (lines.length) console.log(`What clients see changes:\n${lines.join('\n')}`)
  else if (changes) console.log('What clients see stays as it is.')
  const losses = lost.map(({ operation, reason }) => `  ✗ ${operation}: ${reason}`)
  if (operations.length) {
    console.log(`Of ${operations.length} released operations ${lost.length} no longer fit.`)
  }
  if (losses.length) console.log(losses.join('\n'))
  const breaking = (changes?.breaking.length ?? 0) + lost.length
  if (breaking > 0 && !allowBreaking) {
    throw new CommandRefused(
      'This would break clients. Publish it with --allow-breaking when nobody uses what goes away any more.',
    )
  }
}

/** The operations of the built faces and of partners' manifests (TRUSTED_DOCUMENTS). */
function releasedOperations(): UsedOperation[] {
  const given = process.env['TRUSTED_DOCUMENTS']?.split(',').map((path) => path.trim()) ?? []
  return [
    ...operationsIn(loadTrustedDocuments([face('desk')], given.filter(Boolean))),
    ...operationsIn(loadTrustedDocuments([face('widget')], []), 'visitor'),
  ]
}

function operationsIn(documents: TrustedDocuments, contract?: (typeof contracts)[number]): UsedOperation[] {
  return [...documents].flatMap(({ text: query, operationNames }) =>
    (operationNames.length ? operationNames : [undefined]).map((operationName) => ({
      query,
      operationName,
      contract,
    })),
  )
}
