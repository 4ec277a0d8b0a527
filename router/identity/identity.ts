import { createIdentitySigner, type IdentitySigner } from '#platform/identity/internal-identity.ts'
import { type Authenticate, createAuthenticate } from './authenticate.ts'
import type { IdentityContext } from './identity-context.ts'
import { createIssuer, type Issuer } from './issuer.ts'
import { issuerKey } from './issuer-key.ts'
import { retireIndexes } from './retire-indexes.ts'
import { createRevocations, type Revocations } from './revocations.ts'
import { bootstrapAdmin } from './save-account.ts'
import { createSessionDirectory, type SessionDirectory } from './session-directory.ts'
import { createSessionTokens, type SessionTokens } from './session-tokens.ts'
import { createOidcDirectory, type OidcDirectory } from './oidc/oidc-directory.ts'
import { idOf } from './subject.ts'
import { createVisitDirectory, type VisitDirectory } from './visitor/visit-directory.ts'

/** Who may come in by which proof: the built-in issuer of one router and the issuers it knows, opened. */
export interface Identity {
  readonly ctx: IdentityContext
  readonly issuer: Issuer
  readonly tokens: SessionTokens
  readonly sessions: SessionDirectory
  readonly visits: VisitDirectory
  readonly oidc: OidcDirectory
  readonly revocations: Revocations
  readonly authenticate: Authenticate
  /** Signs what subgraphs are told about the viewer. */
  readonly signer: IdentitySigner
  close(): void
}

/** Opens the built-in issuer; the collections have to be ready. Makes the configured first admin. */
export async function openIdentity(ctx: IdentityContext): Promise<Identity> {
  await retireIndexes(ctx.db)
  await bootstrapAdmin(ctx)
  const [current, ...older] = ctx.config.IDENTITY_PRIVATE_JWK.keys
  const keys = [issuerKey(current), ...older.map(issuerKey)] as const
  const issuer = createIssuer(keys, ctx.now)
  const revocations = await createRevocations(ctx)
  const sessions = createSessionDirectory(ctx, revocations)
  const visits = createVisitDirectory(ctx, revocations)
  const oidc = createOidcDirectory(ctx, revocations)
  const signer = createIdentitySigner(ctx.config.IDENTITY_PRIVATE_JWK, () => ctx.now().getTime())
  revocations.onRevoked((subject) => {
    issuer.forget(subject)
    // What subgraphs are told is told anew: of an account that has other roles now, of a visitor or key that is gone.
    if (subject.startsWith('session:') || subject.startsWith('visit:')) signer.forget()
    else signer.forget(idOf(subject))
  })
  return {
    ctx,
    issuer,
    tokens: createSessionTokens(ctx, issuer, keys),
    sessions,
    visits,
    oidc,
    revocations,
    authenticate: createAuthenticate(issuer, sessions, visits, oidc),
    signer,
    close: () => revocations.close(),
  }
}
