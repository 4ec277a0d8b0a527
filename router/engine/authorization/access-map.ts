import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql'
import type { TypeFamilies } from '../type-families.ts'
import { type AccessRule, allOf, openRule } from './access-rule.ts'
import { type DeclaredRules, declaredRules } from './declared-rules.ts'
import { implies } from './implies.ts'
import { linkedDirectives } from './linked-directives.ts'
import { type Place, placeInside, placeOf, typesAt } from './place.ts'
import { contextTypes, requiredSelections } from './required-selections.ts'

type Coordinate = readonly [type: string, field: string]

interface TypeShape {
  interfaces: readonly string[]
  fields: ReadonlyMap<string, FieldDefinitionNode>
}

/**
 * What each place of a supergraph asks of a viewer. A field asks for its own rule, its type's, its result type's and
 * those of all that it requires, however far away; a selection on an interface or union asks for the rules of every
 * object that can be there.
 */
export class AccessMap {
  readonly #declared: DeclaredRules
  readonly #shapes: ReadonlyMap<string, TypeShape>
  readonly #types: TypeFamilies
  readonly #contexts: ReadonlyMap<string, readonly string[]>
  readonly #fieldRules = new Map<string, AccessRule>()
  readonly #typeRules = new Map<string, AccessRule>()

  /**
   * @param types the supergraph's types
   * @throws Error when the supergraph protects in a way that is not known here
   */
  constructor(supergraph: DocumentNode, types: TypeFamilies) {
    const namesOf = linkedDirectives(supergraph)
    this.#declared = declaredRules(supergraph, namesOf)
    this.#shapes = shapesOf(supergraph)
    this.#types = types
    this.#contexts = contextTypes(supergraph, namesOf('context'))
    // read now what a supergraph may have wrong, not at the first request
    for (const [type, { fields }] of this.#shapes)
      for (const field of fields.keys()) this.#required(type, field)
  }

  /** Whether nothing in the supergraph is protected. */
  get open(): boolean {
    return this.#declared.size === 0
  }

  /** What selecting a field at a place asks for. */
  ruleAt(place: Place, field: string): AccessRule {
    if (this.open) return openRule
    return allOf(
      typesAt(place, this.#types).map((type) =>
        field === '__typename' ? this.typeRule(type) : this.#fieldRule(type, field),
      ),
    )
  }

  /** What seeing an object, a scalar or an enum of a type asks for. */
  typeRule(type: string): AccessRule {
    let rule = this.#typeRules.get(type)
    if (!rule) {
      const inherited = this.#interfacesOf(type).map((name) => this.#inherited(name, undefined))
      rule = allOf([this.#own(type), ...inherited])
      this.#typeRules.set(type, rule)
    }
    return rule
  }

  /** The rule of a field with all that it requires, and all that those require: the closure first, as it may be a circle. */
  #fieldRule(type: string, field: string): AccessRule {
    const coordinate = `${type}.${field}`
    const known = this.#fieldRules.get(coordinate)
    if (known) return known
    const reached = new Map([[coordinate, [type, field] as Coordinate]])
    for (const [from, name] of reached.values()) {
      for (const [nextType, nextField] of this.#required(from, name)) {
        reached.set(`${nextType}.${nextField}`, [nextType, nextField])
      }
    }
    const rule = allOf([...reached.values()].map(([from, name]) => this.#ruleAlone(from, name)))
    this.#fieldRules.set(coordinate, rule)
    return rule
  }

  #ruleAlone(type: string, field: string): AccessRule {
    const result = this.#definitions(type, field)[0]?.definition.type
    return allOf([
      this.#own(`${type}.${field}`),
      this.typeRule(type),
      result ? this.typeRule(nameOf(result)) : openRule,
      ...this.#interfacesOf(type).map((name) => this.#inherited(name, field)),
    ])
  }

  /**
   * What an interface's rule adds to the objects that implement it. Composers refuse rules on interfaces and derive
   * them from the objects, so that an interface asks for what any of them asks for: that is no rule for the others. A
   * rule that the objects together do not account for was written at the interface, by an older composer or at an
   * interface object, and holds for all of them.
   */
  #inherited(interfaceName: string, field: string | undefined): AccessRule {
    const at = (type: string) => (field === undefined ? type : `${type}.${field}`)
    const rule = this.#own(at(interfaceName))
    if (rule.length === 0) return openRule
    const objects = [...this.#types.objectsOf(interfaceName)].map((object) => this.#own(at(object)))
    return implies(allOf(objects), rule) ? openRule : rule
  }

  #own(coordinate: string): AccessRule {
    return this.#declared.get(coordinate) ?? openRule
  }

  #interfacesOf(type: string): readonly string[] {
    return this.#shapes.get(type)?.interfaces ?? []
  }

  /** A field's definitions: the type's own, and those of its interfaces, as an interface object gives it to all. */
  #definitions(type: string, field: string): { owner: string; definition: FieldDefinitionNode }[] {
    return [type, ...this.#interfacesOf(type)].flatMap((owner) => {
      const definition = this.#shapes.get(owner)?.fields.get(field)
      return definition ? [{ owner, definition }] : []
    })
  }

  /** The coordinates that a field requires by itself. */
  #required(type: string, field: string): Coordinate[] {
    return this.#definitions(type, field).flatMap(({ owner, definition }) =>
      requiredSelections(owner, definition, this.#contexts).flatMap((selection) =>
        this.#coordinates(selection.set, placeOf(selection.type, this.#types)),
      ),
    )
  }

  #coordinates(set: SelectionSetNode, place: Place): Coordinate[] {
    return set.selections.flatMap((selection): Coordinate[] => {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return this.#coordinates(selection.selectionSet, placeInside(selection, place, this.#types))
      }
      if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') return []
      const name = selection.name.value
      const here = typesAt(place, this.#types).map((type): Coordinate => [type, name])
      const result = this.#definitions(place.type, name)[0]?.definition.type
      if (!result || !selection.selectionSet) return here
      return [...here, ...this.#coordinates(selection.selectionSet, placeOf(nameOf(result), this.#types))]
    })
  }
}

function shapesOf(supergraph: DocumentNode): ReadonlyMap<string, TypeShape> {
  const shapes = new Map<string, TypeShape>()
  for (const definition of supergraph.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    ) {
      continue
    }
    shapes.set(definition.name.value, {
      interfaces: (definition.interfaces ?? []).map(({ name }) => name.value),
      fields: new Map((definition.fields ?? []).map((field) => [field.name.value, field])),
    })
  }
  return shapes
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}
