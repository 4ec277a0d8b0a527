import { type DocumentNode, Kind, type OperationDefinitionNode, print, visit } from 'graphql'
import { codedError, engineCodes, type ResponseError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { Operation, Refusal } from '../operation.ts'
import { compileGuards } from '../projection/guard.ts'
import { fragmentsOf } from '../projection/fragments-of.ts'
import { compileObject } from '../projection/write-object.ts'
import { planAndCompile, type PrepareScope } from '../prepare-operation.ts'
import { permits, ruleKey } from './access-rule.ts'
import type { ViewerRights } from './access.ts'
import { deniedTo } from './protection.ts'
import { type Denial, type Restriction, restrictSelection } from './restrict-selection.ts'
import { rootPlace } from './selection-scope.ts'

/**
 * The operation as a viewer may have it. Nothing changes for who may see all of it; otherwise what is denied is neither
 * sent nor shown, and the variant is kept for all who are denied the same.
 */
export function operationFor(
  operation: Operation,
  rights: ViewerRights,
  scope: PrepareScope,
): Operation | Refusal {
  const { protection } = operation
  if (!protection) return operation
  const denied = deniedTo(rights, protection)
  if (denied === '') return operation
  const known = protection.variants.get(denied)
  if (known) return known
  const variant = restrictOperation(operation, rights, denied, scope)
  if (!('errors' in variant)) protection.variants.set(denied, variant)
  return variant
}

function restrictOperation(
  operation: Operation,
  rights: ViewerRights,
  denied: string,
  scope: PrepareScope,
): Operation | Refusal {
  const { definition, document } = operation
  const root = rootPlace(definition.operation, scope.selections)
  const rootType = scope.schema.getRootType(definition.operation)
  if (!root || !rootType) return operation
  const unfulfilled = new Set(
    operation.protection?.rules.filter((rule) => !permits(rule, rights)).map(ruleKey),
  )
  const restriction: Restriction = {
    fragments: fragmentsOf(document),
    scope: scope.selections,
    denies: (rule) => rule.length > 0 && unfulfilled.has(ruleKey(rule)),
    rootCounts: definition.operation !== 'query',
    denied: new Set(),
    unasked: new Set(),
    denials: [],
  }
  const { sent, shown, lost } = restrictSelection(definition.selectionSet, root, [], [], restriction)
  const asked = lost || sent.length === 0 ? undefined : documentOf(definition, sent)
  const compiled = asked && planAndCompile(print(asked), asked, operationIn(asked), operation.size, scope)
  if (compiled && 'errors' in compiled) return compiled
  return {
    ...operation,
    restriction: denied,
    run: compiled?.run,
    introspect: compiled?.introspect,
    subscription: compiled?.subscription,
    denials: denialErrors(restriction.denials),
    write: lost
      ? nothing
      : compileObject(rootType, [{ set: { kind: Kind.SELECTION_SET, selections: shown }, guard: [] }], {
          schema: scope.schema,
          types: scope.clientTypes,
          fragments: new Map(),
          withheld: restriction,
        }),
  }
}

/** The operation with another selection, without the variables that only the denied part used. */
function documentOf(definition: OperationDefinitionNode, selections: Restricted): DocumentNode {
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const
  const used = new Set<string>()
  visit(
    { ...definition, variableDefinitions: [], selectionSet },
    { Variable: ({ name }) => void used.add(name.value) },
  )
  const variableDefinitions = definition.variableDefinitions?.filter(({ variable }) =>
    used.has(variable.name.value),
  )
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...definition, ...(variableDefinitions ? { variableDefinitions } : {}), selectionSet }],
  }
}

const nothing = () => 'null'

type Restricted = ReturnType<typeof restrictSelection>['sent']

function operationIn({ definitions: [definition] }: DocumentNode): OperationDefinitionNode {
  return definition as OperationDefinitionNode
}

/** One entry for each denied place; a place in a list has one for the whole list. */
function denialErrors(denials: readonly Denial[]): (variables: JsonObject) => ResponseError[] {
  const places = new Map<string, { error: ResponseError; guards: Denial['guard'][] }>()
  for (const { path, guard } of denials) {
    const key = JSON.stringify(path)
    const known = places.get(key)
    if (known) known.guards.push(guard)
    else {
      const error = codedError(engineCodes.unauthorized, 'Unauthorized field or type', path)
      places.set(key, { error, guards: [guard] })
    }
  }
  const entries = [...places.values()].map(({ error, guards }) => ({ error, counts: compileGuards(guards) }))
  return (variables) => entries.filter(({ counts }) => !counts || counts(variables)).map(({ error }) => error)
}
