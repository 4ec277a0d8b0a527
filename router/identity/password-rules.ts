import { badUserInput } from '#platform/errors/bad-user-input.ts'

/** NIST SP 800-63B-4: length is what counts; no rules about kinds of characters. */
export const leastPasswordLength = 12

/** What people take first where twelve characters are asked for. */
const common: ReadonlySet<string> = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456123456',
  '123123123123',
  '112233445566',
  'qwertyuiopas',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyqwerty',
  'qwerty123456',
  '1q2w3e4r5t6y',
  'asdfghjkl123',
  'abcdefghijkl',
  'abc123abc123',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'passw0rd1234',
  'administrator',
  'administrator1',
  'admin1234567',
  'adminadminadmin',
  'welcome12345',
  'welcome123456',
  'changeme1234',
  'changemechangeme',
  'letmeinletmein',
  'iloveyou1234',
  'throughline1',
  'throughline123',
])

/**
 * Refuses a new password that would be guessed first.
 * @param email the account's; its name part is no password
 * @throws BAD_USER_INPUT with the reason
 */
export function refuseWeakPassword(password: string, email = ''): void {
  const refuse = (reason: string) => badUserInput({ field: 'password', reason })
  if (password.length < leastPasswordLength)
    throw refuse(`has to be at least ${leastPasswordLength} characters`)
  const plain = password.toLowerCase().trim()
  if (common.has(plain)) throw refuse('is one of the most common ones')
  if (new Set(plain).size < 4) throw refuse('repeats too few characters')
  const [name = ''] = email.toLowerCase().split('@')
  if (plain === email.toLowerCase() || (name.length >= 4 && plain.replaceAll(name, '').length < 4))
    throw refuse('is the e-mail address')
}
