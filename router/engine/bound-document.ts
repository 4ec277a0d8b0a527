import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { codedError, engineCodes, type ResponseError } from './errors.ts'
import type { EngineLimits } from './limits.ts'

interface Size {
  depth: number
  aliases: number
  directives: number
  fields: number
}

/**
 * Measures a document as if every fragment were written out, before anything expands it: validation, planner and
 * projection all do. Each fragment is measured once, so the measuring itself is linear in the document.
 * @returns the refusal, or undefined when the document is within the limits
 */
export function boundDocument(document: DocumentNode, limits: EngineLimits): ResponseError | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  const measured = new Map<string, Size>()
  let reserved = false

  const measure = (set: SelectionSetNode): Size => {
    const size: Size = { depth: 0, aliases: 0, directives: 0, fields: 0 }
    for (const selection of set.selections) {
      size.directives += directivesOf(selection.directives)
      if (selection.kind === Kind.FIELD) {
        // an answer with such a key would reach for the prototype of the objects it is merged into
        if (selection.alias?.value === '__proto__') reserved = true
        if (selection.alias) size.aliases++
        size.fields++
        add(size, selection.selectionSet ? measure(selection.selectionSet) : empty, 1)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        add(size, measure(selection.selectionSet), 0)
      } else {
        add(size, measureFragment(selection.name.value), 0)
      }
    }
    return size
  }

  const measureFragment = (name: string): Size => {
    const known = measured.get(name)
    if (known) return known
    const fragment = fragments.get(name)
    if (!fragment) return empty
    measured.set(name, empty) // a circle counts as nothing here: validation refuses it
    const size = measure(fragment.selectionSet)
    measured.set(name, size)
    return size
  }

  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) measureFragment(definition.name.value)
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const size = measure(definition.selectionSet)
    size.directives += directivesOf(definition.directives)
    for (const what of ['depth', 'aliases', 'directives', 'fields'] as const) {
      if (size[what] > limits[what]) {
        return codedError(
          engineCodes.tooComplex,
          `The operation has ${what} of ${size[what]}; at most ${limits[what]} are allowed`,
        )
      }
    }
  }
  if (reserved) return codedError(engineCodes.validationFailed, 'The alias "__proto__" is reserved')
  return undefined
}

const empty: Readonly<Size> = { depth: 0, aliases: 0, directives: 0, fields: 0 }

function add(size: Size, part: Readonly<Size>, deeper: number): void {
  size.depth = Math.max(size.depth, part.depth + deeper)
  size.aliases += part.aliases
  size.directives += part.directives
  size.fields += part.fields
}

function directivesOf(directives: readonly DirectiveNode[] | undefined): number {
  return directives?.length ?? 0
}
