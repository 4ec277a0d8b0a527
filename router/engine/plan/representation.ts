import type { InputRewrite, RequiresSelection } from '@graphql-hive/router-query-planner'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { stringText, valueText } from '../json-text.ts'
import type { TypeFamilies } from '../type-families.ts'
import { merge } from './merge.ts'
import { compileRewrites } from './rewrite.ts'

/**
 * Writes the JSON text of an entity's representation, which is also what tells equal ones apart. Undefined: the entity
 * is of another type, or carries none of the fields that the subgraph needs.
 */
export type RepresentationWriter = (entity: JsonObject, variables: JsonObject) => string | undefined

/** Compiles a fetch's `requires` selection. */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  inputRewrites: readonly InputRewrite[] | undefined,
  types: TypeFamilies,
): RepresentationWriter {
  const rewrites = compileRewrites(inputRewrites, types)
  const keyed = rewrites.length ? undefined : leafFieldsOf(requires, types)
  if (keyed) return leafWriter(keyed)
  const pick = compilePick(requires, types)
  return (entity, variables) => {
    let representation: Json = pick(entity, variables)
    if (!rewrites.length && !hasFields(representation)) return undefined
    if (isJsonObject(representation)) representation.__typename ??= entity.__typename
    for (const rewrite of rewrites) representation = rewrite(representation)
    return JSON.stringify(representation)
  }
}

interface LeafFields {
  types: ReadonlySet<string>
  names: string[]
}

/** The common case: one type with leaf fields only, written without an object in between. */
function leafFieldsOf(requires: readonly RequiresSelection[], types: TypeFamilies): LeafFields | undefined {
  const [only, more] = requires
  if (!only || more || only.kind !== 'InlineFragment' || only.skipIf || only.includeIf) return undefined
  const names: string[] = []
  for (const field of only.selections) {
    if (field.kind !== 'Field' || field.selections?.length) return undefined
    if (field.alias && field.alias !== field.name) return undefined
    if (field.name !== '__typename') names.push(field.name)
  }
  return { types: types.membersOf(only.typeCondition), names }
}

function leafWriter({ types, names }: LeafFields): RepresentationWriter {
  const keys = names.map((name) => `,"${name}":`)
  return (entity) => {
    const typename = entity.__typename
    if (typeof typename !== 'string' || !types.has(typename)) return undefined
    let text = `{"__typename":${stringText(typename)}`
    let known = false
    for (let index = 0; index < names.length; index++) {
      const value = entity[names[index] as string]
      if (value === undefined || value === null) continue
      known = true
      text += (keys[index] as string) + valueText(value)
    }
    return known ? `${text}}` : undefined
  }
}

type Pick = (source: JsonObject, variables: JsonObject) => JsonObject

function compilePick(requires: readonly RequiresSelection[], types: TypeFamilies): Pick {
  const parts = requires.map((selection) => compilePart(selection, types))
  return (source, variables) => {
    const picked: JsonObject = {}
    for (const part of parts) part(source, picked, variables)
    return picked
  }
}

type Part = (source: JsonObject, picked: JsonObject, variables: JsonObject) => void

function compilePart(selection: RequiresSelection, types: TypeFamilies): Part {
  if (selection.kind === 'FragmentSpread') throw new Error('A plan requires a named fragment')
  if (selection.kind === 'Field') {
    const { name, alias = name } = selection
    const pick = selection.selections?.length ? compilePick(selection.selections, types) : undefined
    return (source, picked, variables) => {
      const value = source[name] ?? source[alias]
      if (value === undefined || value === null) return
      picked[alias] = pick ? pickValue(value, pick, variables) : value
    }
  }
  const { skipIf, includeIf } = selection
  const names = selection.typeCondition ? types.membersOf(selection.typeCondition) : undefined
  const pick = compilePick(selection.selections, types)
  return (source, picked, variables) => {
    if (skipIf && variables[skipIf] === true) return
    if (includeIf && variables[includeIf] !== true) return
    if (names && typeof source.__typename === 'string' && !names.has(source.__typename)) return
    merge(picked, pick(source, variables))
  }
}

function pickValue(value: Json, pick: Pick, variables: JsonObject): Json {
  if (Array.isArray(value)) return value.map((item) => pickValue(item, pick, variables))
  return isJsonObject(value) ? pick(value, variables) : value
}

function hasFields(representation: JsonObject): boolean {
  for (const key in representation) if (key !== '__typename') return true
  return false
}
