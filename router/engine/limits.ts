/** What an operation may ask for at most, all fragments expanded. */
export interface EngineLimits {
  /** Levels of nested selections. */
  depth: number
  /** Fields that carry an alias. */
  aliases: number
  /** Lexical tokens of the document. */
  tokens: number
  /** Directives on fields and fragments. */
  directives: number
  /** Fields, counted once for each place where a fragment is spread. */
  fields: number
}

/** Generous: no query a person writes comes near; a query written to hurt is refused. */
export const defaultLimits: EngineLimits = {
  depth: 50,
  aliases: 1_000,
  tokens: 20_000,
  directives: 1_000,
  fields: 10_000,
}
