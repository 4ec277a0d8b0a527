import { createIdentitySigner, type IdentitySigner } from '#platform/identity/internal-identity.ts'
import { type Authenticate, createAuthenticate } from './authenticate.ts'
import type { IdentityContext } from './identity-context.ts'
import { createIssuer, type Issuer } from './issuer.ts'
import { issuerKey } from './issuer-key.ts'
import { createRevocations, type Revocations } from './revocations.ts'
import { bootstrapAdmin } from './save-account.ts'
import { createSessionDirectory, type SessionDirectory } from './session-directory.ts'

/** The built-in issuer of one router, opened. */
export interface Identity {
  readonly ctx: IdentityContext
  readonly issuer: Issuer
  readonly sessions: SessionDirectory
  readonly revocations: Revocations
  readonly authenticate: Authenticate
  /** Signs what subgraphs are told about the viewer. */
  readonly signer: IdentitySigner
  close(): void
}

/** Opens the built-in issuer; the collections have to be ready. Makes the configured first admin. */
export async function openIdentity(ctx: IdentityContext): Promise<Identity> {
  await bootstrapAdmin(ctx)
  const issuer = createIssuer(issuerKey(ctx.config.IDENTITY_PRIVATE_JWK), ctx.now)
  const revocations = await createRevocations(ctx)
  const sessions = createSessionDirectory(ctx, revocations)
  return {
    ctx,
    issuer,
    sessions,
    revocations,
    authenticate: createAuthenticate(issuer, sessions),
    signer: createIdentitySigner(ctx.config.IDENTITY_PRIVATE_JWK, () => ctx.now().getTime()),
    close: () => revocations.close(),
  }
}
