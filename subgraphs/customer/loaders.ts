import { defineLoader } from '#platform/graph/loader.ts'
import type { CustomerContext } from './context.ts'
import type { CustomerRecord } from './models/customer.ts'
import type { IdentifierRecord } from './models/identifier.ts'
import { findIdentifiers } from './services/find-identifiers.ts'
import { findSuggestions, type Suggestion } from './services/find-suggestions.ts'
import { findSurvivors } from './services/find-survivors.ts'
import { findTouchpoints, type KnownTouchpoint } from './services/find-touchpoints.ts'

/** One customer by id; a merged profile's id gives its survivor. */
export const customerById = defineLoader<CustomerRecord, CustomerContext>(findSurvivors)

/** What points to a customer. */
export const identifiersOf = defineLoader<IdentifierRecord[], CustomerContext>(findIdentifiers)

/** Profiles that may be the same person. */
export const suggestionsFor = defineLoader<Suggestion[], CustomerContext>(findSuggestions)

/** The latest contacts of a customer. */
export const touchpointsOf = defineLoader<KnownTouchpoint[], CustomerContext>(findTouchpoints)
