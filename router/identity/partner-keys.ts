import { createHash, randomBytes } from 'node:crypto'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import { newId } from '#platform/ids/new-id.ts'
import { ApiKeys, type ApiKeyRow } from './api-keys.ts'
import { BoundedCache } from './bounded-cache.ts'
import type { Caller } from './caller.ts'
import type { IdentityContext } from './identity-context.ts'
import type { Revocations } from './revocations.ts'

/** A key that was revoked elsewhere, and of which we were not told, is refused after this at the latest. */
const maxAgeMs = 3_000

const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url')

/** Keys by which other organisations' programs prove who they are. */
export interface PartnerKeys {
  /** @returns the key itself too, which nobody can read again */
  make(name: string, scopes: string[], adminId: string): Promise<{ id: string; key: string }>
  /** @returns whether there was such a key */
  revoke(id: string): Promise<boolean>
  list(): Promise<Array<Omit<ApiKeyRow, 'keyHash'>>>
  /** @throws UNAUTHENTICATED */
  authenticate(key: string): Promise<Caller>
}

export function createPartnerKeys({ db, now }: IdentityContext, revocations: Revocations): PartnerKeys {
  const known = new BoundedCache<Caller>(1_000, maxAgeMs)
  revocations.onRevoked((subject) => {
    if (subject.startsWith('api-key:'))
      known.deleteWhere(({ standsOn }) => standsOn?.includes(subject) ?? false)
  })
  return {
    async make(name, scopes, adminId) {
      const key = `tl_${randomBytes(32).toString('base64url')}`
      const id = newId()
      await ApiKeys(db).create({
        _id: id,
        name,
        scopes,
        keyHash: hashOf(key),
        createdAt: now(),
        createdBy: adminId,
      })
      return { id, key }
    },

    async revoke(id) {
      const row = await ApiKeys(db)
        .findOneAndUpdate({ _id: id, revokedAt: { $exists: false } }, { $set: { revokedAt: now() } })
        .lean<ApiKeyRow>()
      if (row) await revocations.revoke(`api-key:${id}`)
      return row !== null
    },

    list: () => ApiKeys(db).find({}, { keyHash: 0 }).sort({ _id: 1 }).limit(1_000).lean<ApiKeyRow[]>(),

    async authenticate(key) {
      const keyHash = hashOf(key)
      const caller = known.get(keyHash)
      if (caller) return caller
      const row = await ApiKeys(db)
        .findOne({ keyHash, revokedAt: { $exists: false } })
        .lean<ApiKeyRow>()
      if (!row) throw unauthenticated()
      const fresh: Caller = {
        viewer: { kind: 'partner', id: row._id, scopes: row.scopes },
        proof: 'api-key',
        standsOn: [`api-key:${row._id}`],
      }
      known.set(keyHash, fresh)
      return fresh
    },
  }
}
