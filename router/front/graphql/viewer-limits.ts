import type { Viewer } from '#platform/identity/viewer.ts'
import type { EngineLimits } from '../../engine/limits.ts'
import type { RouterConfig } from '../router-config.ts'

/** What anybody on the internet may ask for: the widget's own operations, several times over, and the introspection query. */
const strangers: Omit<EngineLimits, 'cost'> = {
  characters: 6_000,
  tokens: 600,
  nesting: 24,
  definitions: 10,
  variables: 20,
  depth: 16,
  rootFields: 5,
  aliases: 10,
  directives: 20,
  directivesInOnePlace: 3,
  fields: 250,
  overlaps: 100,
  introspections: 1,
  valueDepth: 6,
  values: 100,
  valueCharacters: 20_000,
}

/** What those may ask for who have an account or a key. */
const known: Omit<EngineLimits, 'cost'> = {
  characters: 50_000,
  tokens: 2_500,
  nesting: 32,
  definitions: 50,
  variables: 50,
  depth: 16,
  rootFields: 30,
  aliases: 100,
  directives: 100,
  directivesInOnePlace: 5,
  fields: 1_000,
  overlaps: 1_000,
  introspections: 3,
  valueDepth: 10,
  values: 5_000,
  valueCharacters: 400_000,
}

/** The limits of each kind of viewer; how they were chosen is in docs/adr/0006-limits.md. */
export function viewerLimits(
  config: Pick<RouterConfig, 'MAX_OPERATION_COST' | 'MAX_VISITOR_OPERATION_COST'>,
): (viewer: Viewer) => EngineLimits {
  const ofStrangers = { ...strangers, cost: config.MAX_VISITOR_OPERATION_COST }
  const ofKnown = { ...known, cost: config.MAX_OPERATION_COST }
  return ({ kind }) => (kind === 'anonymous' || kind === 'visitor' ? ofStrangers : ofKnown)
}
