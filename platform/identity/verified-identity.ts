import { z } from 'zod'

/** Who a visitor is at the site that embeds the widget, as that site has proved by its signature. */
export const verifiedIdentity = z.object({
  /** Whose word it is. */
  issuer: z.string().min(1).max(100),
  /** The site's own id of its user. */
  subject: z.string().min(1).max(200),
  /** In lower case. */
  email: z.string().max(320).optional(),
  /** E.164. */
  phone: z.string().max(20).optional(),
  name: z.string().max(200).optional(),
})

export type VerifiedIdentity = z.infer<typeof verifiedIdentity>
