import type { AccountRow } from './accounts.ts'

/** An account as its owner and admins see it. */
export const accountShown = ({
  _id: id,
  email,
  contactEmail,
  name,
  roles,
}: Pick<AccountRow, '_id' | 'email' | 'contactEmail' | 'name' | 'roles'>) => ({
  id,
  email: email ?? contactEmail ?? '',
  name,
  roles,
})
