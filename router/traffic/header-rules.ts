import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { identityHeader } from '#platform/identity/internal-identity.ts'

/** About one connection, or made by whoever sends: never a rule's matter. */
const ofTheConnection = [
  'connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer transfer-encoding upgrade',
  'host content-length content-type content-encoding accept accept-encoding expect',
].flatMap((names) => names.split(' '))

/** Proofs of who somebody is, and what only we may say about a request. */
const ofTheCaller = [
  'authorization cookie set-cookie x-api-key x-csrf x-request-id traceparent tracestate',
  'forwarded x-forwarded-for x-forwarded-host x-forwarded-proto x-real-ip',
  identityHeader,
].flatMap((names) => names.split(' '))

const name = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'has to be a header’s name in lower case')
  .refine((header) => !ofTheConnection.includes(header), 'is a header of the connection')
const fromClients = name.refine((header) => !ofTheCaller.includes(header), 'says who somebody is')
const subgraphs = z.array(z.string()).min(1).optional()

/** What is sent to which subgraphs besides our own headers; to all of them where none is named. In order. */
export const headerRules = z.array(
  z.discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('propagate'),
      header: fromClients,
      as: fromClients.optional(),
      subgraphs,
    }),
    z.strictObject({
      action: z.literal('insert'),
      header: name.refine((header) => header !== identityHeader, 'is ours to set'),
      value: z.string().regex(/^[\x20-\x7e]*$/, 'has to be printable ASCII'),
      subgraphs,
    }),
    z.strictObject({ action: z.literal('remove'), header: name, subgraphs }),
  ]),
)

export type HeaderRule = z.infer<typeof headerRules>[number]

/** One client's headers, as the rules let them through. */
export interface ForwardedHeaders {
  /** Equal only for requests whose forwarded headers are equal: part of what decides whether two reads are one. */
  readonly key: string
  /** What a subgraph is sent. */
  for(service: string, own: Record<string, string>): Record<string, string>
}

/** Applies the rules of a deployment. */
export class HeaderRules {
  readonly #rules: readonly HeaderRule[]
  readonly #propagated: readonly string[]

  constructor(rules: readonly HeaderRule[]) {
    this.#rules = rules
    this.#propagated = [
      ...new Set(rules.flatMap((rule) => (rule.action === 'propagate' ? [rule.header] : []))),
    ]
  }

  /** @returns nothing when there are no rules, which costs nothing */
  forward(headers: IncomingHttpHeaders): ForwardedHeaders | undefined {
    if (!this.#rules.length) return undefined
    const values = this.#propagated.map((header) => text(headers[header]))
    const valueOf = (header: string) => values[this.#propagated.indexOf(header)]
    return {
      key: JSON.stringify(values),
      for: (service, own) => {
        const sent = { ...own }
        for (const rule of this.#rules) {
          if (rule.subgraphs && !rule.subgraphs.includes(service)) continue
          if (rule.action === 'remove') delete sent[rule.header]
          else if (rule.action === 'insert') sent[rule.header] = rule.value
          else {
            const value = valueOf(rule.header)
            if (value !== undefined) sent[rule.as ?? rule.header] = value
          }
        }
        return sent
      },
    }
  }
}

function text(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value
}
