import { engineCodes, type ResponseError } from './errors.ts'

/** What a document may be at most, fragments written out. */
export interface DocumentSize {
  /** Characters of the text. */
  characters: number
  /** Lexical tokens of the text. */
  tokens: number
  /** Braces, brackets and parentheses, or selections and spreads, open within each other. */
  nesting: number
  /** Operations and fragments. */
  definitions: number
  /** Variables that all operations together declare. */
  variables: number
  /** Levels of fields. */
  depth: number
  /** Fields directly under an operation. */
  rootFields: number
  /** Fields that carry an alias. */
  aliases: number
  /** Directives, wherever they stand. */
  directives: number
  /** Directives on one field, spread, fragment or operation. */
  directivesInOnePlace: number
  /** Fields, counted once for each place where a fragment is spread. */
  fields: number
  /** Pairs of fields that answer under one key of one object: validation compares each with the other. */
  overlaps: number
  /** `__schema` and `__type` under an operation. */
  introspections: number
}

/** What the variables of a request may be at most. */
export interface VariablesSize {
  /** Lists and objects within each other. */
  valueDepth: number
  /** Values: each item of a list, each member of an object, and what they hold. */
  values: number
  /** Characters of all strings and names. */
  valueCharacters: number
}

/** What a request may ask for at most. */
export interface EngineLimits extends DocumentSize, VariablesSize {
  /** The estimated cost of an operation. */
  cost: number
}

/** Generous: no query a person writes comes near; a query written to hurt is refused. Cost is not limited. */
export const defaultLimits: EngineLimits = {
  characters: 200_000,
  tokens: 20_000,
  nesting: 100,
  definitions: 500,
  variables: 500,
  depth: 50,
  rootFields: 500,
  aliases: 1_000,
  directives: 1_000,
  directivesInOnePlace: 20,
  fields: 10_000,
  overlaps: 20_000,
  introspections: 10,
  valueDepth: 50,
  values: 100_000,
  valueCharacters: 1_000_000,
  cost: Number.MAX_SAFE_INTEGER,
}

const words: Record<keyof DocumentSize | keyof VariablesSize, string> = {
  characters: 'characters',
  tokens: 'tokens',
  nesting: 'levels of nesting',
  definitions: 'operations and fragments',
  variables: 'declared variables',
  depth: 'levels of fields',
  rootFields: 'root fields',
  aliases: 'aliases',
  directives: 'directives',
  directivesInOnePlace: 'directives in one place',
  fields: 'fields',
  overlaps: 'pairs of fields under one key',
  introspections: 'introspection fields',
  valueDepth: 'levels of lists and objects in the variables',
  values: 'values in the variables',
  valueCharacters: 'characters in the variables',
}

/** The refusal of what is beyond a limit: says which limit it is and where it lies. */
export function beyondLimit(limit: keyof typeof words, maximum: number): ResponseError {
  return {
    message: `At most ${maximum} ${words[limit]} are allowed`,
    extensions: { code: engineCodes.tooComplex, limit, maximum },
  }
}

/** The first limit that a size is beyond of, as its refusal. */
export function firstBeyond(
  size: Partial<Readonly<DocumentSize & VariablesSize>>,
  limits: Readonly<EngineLimits>,
): ResponseError | undefined {
  for (const limit in size) {
    const name = limit as keyof typeof words
    if ((size[name] as number) > limits[name]) return beyondLimit(name, limits[name])
  }
  return undefined
}
