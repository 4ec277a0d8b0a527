import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql'
import { apiSchema } from './api-schema.ts'

/** What clients notice when one supergraph follows another, each in words. */
export interface ApiChanges {
  /** Operations that were right may be refused, or their answers no longer understood. */
  breaking: string[]
  /** Clients may meet what they did not expect: a new value of an enum, another default. */
  dangerous: string[]
  added: string[]
}

/** Compares what clients see of two supergraphs. */
export function apiChanges(before: string, after: string): ApiChanges {
  const [old, next] = [before, after].map((supergraph) => buildSchema(apiSchema(supergraph)))
  if (!old || !next) throw new Error('two supergraphs are compared')
  const words = ({ description }: { description: string }) => description
  return {
    breaking: findBreakingChanges(old, next).map(words),
    dangerous: findDangerousChanges(old, next).map(words),
    // what would be gone on the way back is new on the way there
    added: findBreakingChanges(next, old)
      .filter(({ type }) => /REMOVED/.test(type))
      .map(({ description }) => description.replace(/\bwas removed\b/, 'was added')),
  }
}

/** The changes as lines for a terminal; empty when clients notice nothing. */
export function changeLines({ breaking, dangerous, added }: ApiChanges): string[] {
  return [
    ...breaking.map((change) => `  ✗ ${change}`),
    ...dangerous.map((change) => `  ! ${change}`),
    ...added.map((change) => `  + ${change}`),
  ]
}
