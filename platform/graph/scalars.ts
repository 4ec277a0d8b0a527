import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { GraphQLJSON } from 'graphql-scalars'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import { formatDuration, parseDurationMs } from '../time/duration.ts'

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/
const emailAddress = z.email().max(320)

function refuse(reason: string): never {
  throw new GraphQLError(reason, { extensions: { code: 'BAD_USER_INPUT' } })
}

function parseInstant(text: string): Date {
  const instant = new Date(text)
  if (!instantPattern.test(text) || Number.isNaN(instant.getTime())) {
    refuse('A DateTime looks like 2026-11-23T12:00:00.000Z: ISO 8601 with its zone.')
  }
  return instant
}

function parseDuration(text: string): string {
  return formatDuration(parseDurationMs(text))
}

function parsePhone(text: string): string {
  const phone = parsePhoneNumberFromString(text)
  if (!phone?.isValid()) refuse('A PhoneNumber is E.164, like +14155550123.')
  return phone.number
}

function parseEmail(text: string): string {
  const result = emailAddress.safeParse(text.trim())
  if (!result.success) refuse('An EmailAddress looks like name@example.org.')
  return result.data.toLowerCase()
}

/** A scalar that travels as a string both ways. */
function textScalar<T>(
  name: string,
  description: string,
  parse: (text: string) => T,
  serialize: (value: unknown) => string,
): GraphQLScalarType<T, string> {
  const parseValue = (value: unknown): T =>
    typeof value === 'string' ? parse(value) : refuse(`${name} is a string.`)
  return new GraphQLScalarType<T, string>({
    name,
    description,
    parseValue,
    parseLiteral: (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
    serialize,
  })
}

/** The custom scalars of the graph; a server gives its schema those that it declares. */
export const scalars = {
  /** A Date in resolvers. */
  DateTime: textScalar('DateTime', 'An instant in UTC with milliseconds, ISO 8601.', parseInstant, (value) =>
    (value instanceof Date ? value : parseInstant(String(value))).toISOString(),
  ),
  /** An ISO 8601 string in resolvers; `parseDurationMs` counts it. A number is taken as milliseconds on its way out. */
  Duration: textScalar(
    'Duration',
    'A length of time, ISO 8601: PT3M. Days are 24 hours; no months or years.',
    parseDuration,
    (value) => (typeof value === 'number' ? formatDuration(value) : parseDuration(String(value))),
  ),
  /** E.164 in resolvers. */
  PhoneNumber: textScalar('PhoneNumber', 'A phone number in E.164.', parsePhone, String),
  /** Lower case in resolvers. */
  EmailAddress: textScalar('EmailAddress', 'An e-mail address in lower case.', parseEmail, String),
  JSON: GraphQLJSON,
}
