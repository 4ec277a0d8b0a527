import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { countOverlaps } from './count-overlaps.ts'
import { codedError, engineCodes, type ResponseError } from './errors.ts'
import { beyondLimit, type DocumentSize, type EngineLimits, firstBeyond } from './limits.ts'

/** What is left to measure once the text is scanned. */
export type SelectionSize = Omit<DocumentSize, 'characters' | 'tokens'>

/**
 * Measures a document as if every fragment were written out, before anything expands it: validation, planner and
 * projection all do. Each fragment is measured once, so the measuring itself is linear in the document. What is counted
 * is counted over all operations, and over fragments that none of them spreads: validation looks at all of them.
 * @returns the refusal, or the size
 */
export function boundDocument(
  document: DocumentNode,
  limits: Readonly<EngineLimits>,
): ResponseError | SelectionSize {
  const { definitions } = document
  if (definitions.length > limits.definitions) return beyondLimit('definitions', limits.definitions)
  const measuring = new Measuring(document, limits.nesting)
  const size: SelectionSize = { ...nothing, definitions: definitions.length }
  const roots: SelectionSetNode[] = []
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    size.variables += definition.variableDefinitions?.length ?? 0
    for (const { directives, variable } of definition.variableDefinitions ?? []) {
      addDirectives(size, directives)
      measuring.check(variable.name.value)
    }
    addDirectives(size, definition.directives)
    add(size, measuring.measure(definition.selectionSet, 1), 0)
    roots.push(definition.selectionSet)
  }
  for (const fragment of measuring.neverSpread()) {
    add(size, measuring.spread(fragment.name.value, 1), 0)
    roots.push(fragment.selectionSet)
  }
  const wrong = measuring.refusal ?? firstBeyond(size, limits)
  if (wrong) return wrong
  for (const root of roots) {
    size.overlaps += countOverlaps([root], measuring.fragments, limits.overlaps - size.overlaps)
    if (size.overlaps > limits.overlaps) return beyondLimit('overlaps', limits.overlaps)
  }
  return size
}

const nothing: Readonly<SelectionSize> = {
  definitions: 0,
  variables: 0,
  nesting: 0,
  depth: 0,
  rootFields: 0,
  aliases: 0,
  directives: 0,
  directivesInOnePlace: 0,
  fields: 0,
  overlaps: 0,
  introspections: 0,
}

class Measuring {
  readonly fragments = new Map<string, FragmentDefinitionNode>()
  readonly #measured = new Map<string, Readonly<SelectionSize>>()
  readonly #running = new Set<string>()
  readonly #deepest: number
  /** What no limit can allow. */
  refusal: ResponseError | undefined

  constructor(document: DocumentNode, deepest: number) {
    this.#deepest = deepest
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition)
    }
  }

  neverSpread(): FragmentDefinitionNode[] {
    return [...this.fragments.values()].filter(({ name }) => !this.#measured.has(name.value))
  }

  /** Refuses the names that every object has already: as a key of the answer or of the variables they would be found. */
  check(name: string): void {
    if (name in Object.prototype) this.reserve(name)
  }

  reserve(name: string): void {
    this.refusal ??= codedError(engineCodes.validationFailed, `The name "${name}" is reserved`)
  }

  /** @param level how many selections and spreads are around this one: the way down must end before the stack does */
  measure(set: SelectionSetNode, level: number): SelectionSize {
    const size: SelectionSize = { ...nothing, nesting: 1 }
    if (level > this.#deepest) {
      this.refusal ??= beyondLimit('nesting', this.#deepest)
      return size
    }
    for (const selection of set.selections) {
      addDirectives(size, selection.directives)
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value
        if (key !== undefined) {
          this.check(key)
          // another field's value would be taken for the object's type
          if (key === '__typename' && selection.name.value !== key) this.reserve(key)
          size.aliases++
        }
        size.fields++
        size.rootFields++
        const name = selection.name.value
        if (name === '__schema' || name === '__type') size.introspections++
        const inside = selection.selectionSet && this.measure(selection.selectionSet, level + 1)
        add(size, inside ? { ...inside, rootFields: 0, introspections: 0 } : nothing, 1)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        add(size, this.measure(selection.selectionSet, level + 1), 0)
      } else {
        add(size, this.spread(selection.name.value, level + 1), 0)
      }
    }
    return size
  }

  spread(name: string, level: number): Readonly<SelectionSize> {
    const known = this.#measured.get(name)
    if (known) return known
    const fragment = this.fragments.get(name)
    if (!fragment) return nothing
    if (this.#running.has(name)) {
      this.refusal ??= codedError(engineCodes.validationFailed, 'A fragment spreads itself')
      return nothing
    }
    this.#running.add(name)
    const size = this.measure(fragment.selectionSet, level)
    addDirectives(size, fragment.directives)
    this.#running.delete(name)
    this.#measured.set(name, size)
    return size
  }
}

function add(size: SelectionSize, part: Readonly<SelectionSize>, deeper: number): void {
  size.nesting = Math.max(size.nesting, part.nesting + 1)
  size.depth = Math.max(size.depth, part.depth + deeper)
  size.directivesInOnePlace = Math.max(size.directivesInOnePlace, part.directivesInOnePlace)
  size.rootFields += part.rootFields
  size.aliases += part.aliases
  size.directives += part.directives
  size.fields += part.fields
  size.introspections += part.introspections
}

function addDirectives(size: SelectionSize, directives: readonly DirectiveNode[] | undefined): void {
  if (!directives?.length) return
  size.directives += directives.length
  size.directivesInOnePlace = Math.max(size.directivesInOnePlace, directives.length)
}
