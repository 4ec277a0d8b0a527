import type { ServiceContext } from '#platform/service/service-context.ts'
import { type CustomerRecord, Customers, type CustomerTier } from '../models/customer.ts'
import { findSurvivors } from './find-survivors.ts'
import { keepIdentifiers } from './keep-identifiers.ts'
import { termsOfName } from './search-terms.ts'

export interface CustomerChange {
  id: string
  displayName?: string | null
  locale?: string | null
  tier?: CustomerTier | null
  /** Lower case. Kept as a claim. */
  email?: string | null
}

export interface CustomerChangeError {
  field: string
  code: 'NOT_FOUND' | 'INVALID_NAME' | 'INVALID_LOCALE'
  message: string
}

/** Changes what staff know of a customer; what is left out stays. */
export async function updateCustomer(
  ctx: ServiceContext,
  change: CustomerChange,
): Promise<{ customer: CustomerRecord | null; userErrors: CustomerChangeError[] }> {
  const name = change.displayName?.trim()
  const locale = change.locale ? canonicalLocale(change.locale) : undefined
  const userErrors: CustomerChangeError[] = []
  if (name !== undefined && (name.length < 1 || name.length > 200)) {
    userErrors.push({
      field: 'displayName',
      code: 'INVALID_NAME',
      message: 'A name has 1 to 200 characters.',
    })
  }
  if (locale === null) {
    userErrors.push({
      field: 'locale',
      code: 'INVALID_LOCALE',
      message: 'A language looks like en or zh-CN.',
    })
  }
  if (userErrors.length > 0) return { customer: null, userErrors }

  const customer = await ctx.transaction(async (session) => {
    const survivor = (await findSurvivors(ctx, [change.id], session)).get(change.id)
    if (!survivor) return null
    const { email } = change
    if (email)
      await keepIdentifiers(ctx, survivor._id, [{ type: 'EMAIL', value: email, verified: false }], session)
    return Customers(ctx.db)
      .findOneAndUpdate(
        { _id: survivor._id },
        {
          $set: {
            ...(name ? { name, nameSource: 'STAFF' as const, nameTerms: termsOfName(name) } : {}),
            ...(locale ? { locale } : {}),
            ...(change.tier ? { tier: change.tier } : {}),
          },
        },
        { session, returnDocument: 'after' },
      )
      .lean()
  })
  if (customer) return { customer, userErrors }
  return {
    customer,
    userErrors: [{ field: 'id', code: 'NOT_FOUND', message: 'This customer does not exist.' }],
  }
}

function canonicalLocale(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
