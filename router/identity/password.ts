import { hash, verify } from '@node-rs/argon2'

/** argon2id (the library's default) with OWASP's recommended least cost: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let decoy: Promise<string> | undefined

/** The hash to keep of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/**
 * Whether this is the password behind the hash. Without a hash (an unknown account) it works as long as with one and
 * says no, so that the time tells nothing.
 */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this one')
  const matches = await verify(passwordHash ?? (await decoy), password)
  return matches && passwordHash !== undefined
}
