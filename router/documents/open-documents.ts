import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { RouterConfig } from '../front/router-config.ts'
import type { CurrentGraph } from '../supergraph/current-graph.ts'
import { loadTrustedDocuments } from './load-trusted-documents.ts'
import { PersistedDocuments } from './persisted-documents.ts'
import { planAhead } from './plan-ahead.ts'
import { createResolveDocument, type ResolveDocument } from './resolve-document.ts'
import type { TrustedDocuments } from './trusted-documents.ts'

/** The documents of one router. */
export interface Documents {
  readonly trusted: TrustedDocuments
  readonly resolve: ResolveDocument
}

export interface DocumentParts {
  valkey: Redis
  current: CurrentGraph
  log: Logger
}

/**
 * Loads the trusted documents, plans them (again for each swapped supergraph) and opens the persisted ones.
 * @throws Error when a manifest cannot be used
 */
export async function openDocuments(
  config: Pick<
    RouterConfig,
    | 'NAME_PREFIX'
    | 'DESK_DIST'
    | 'WIDGET_DIST'
    | 'TRUSTED_DOCUMENTS'
    | 'TRUSTED_DOCUMENTS_ONLY'
    | 'PERSISTED_DOCUMENTS_PER_MINUTE'
  >,
  { valkey, current, log }: DocumentParts,
): Promise<Documents> {
  const trusted = loadTrustedDocuments([config.DESK_DIST, config.WIDGET_DIST], config.TRUSTED_DOCUMENTS)
  const persisted = new PersistedDocuments({
    valkey,
    prefix: config.NAME_PREFIX,
    log,
    perViewerPerMinute: config.PERSISTED_DOCUMENTS_PER_MINUTE,
  })
  const trustedOnly = new Set(config.TRUSTED_DOCUMENTS_ONLY)
  if (trustedOnly.size && !trusted.size) {
    log.warn({ kinds: [...trustedOnly] }, 'there are no trusted documents: these viewers can execute nothing')
  }
  await planAhead(current.graph.engine, trusted, log)
  current.onSwap(({ engine }) => planAhead(engine, trusted, log))
  return { trusted, resolve: createResolveDocument({ trusted, persisted, trustedOnly }) }
}
