import { setImmediate as others } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Engine } from '../engine/engine.ts'
import { unlimited } from '../supergraph/warm-up.ts'
import type { TrustedDocuments } from './trusted-documents.ts'

/**
 * Plans every trusted document for everybody who can see all that it asks for, so that no first request waits for it;
 * lets waiting requests through between any two. A document that does not even fit the whole graph is told to the log:
 * its face was not built for this one.
 */
export async function planAhead(engine: Engine, trusted: TrustedDocuments, log: Logger): Promise<void> {
  for (const { hash, text, operationNames } of trusted) {
    const names = operationNames.length > 1 ? operationNames : [undefined]
    for (const name of names) {
      const operation = engine.prepare(text, name, unlimited)
      if ('errors' in operation) {
        const codes = operation.errors.map(({ extensions }) => extensions?.code)
        log.warn({ hash, operationNames, codes }, 'a trusted document does not fit the supergraph')
        continue
      }
      for (const contract of engine.contracts) engine.prepare(text, name, unlimited, contract)
      await others()
    }
  }
}
