import { type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql'
import { problemCodes, type SupergraphProblem } from '../problem.ts'

/** What a topic's name is written of, placeholders taken out. */
const topicText = /^[A-Za-z0-9:._-]*$/
const placeholder = /\{([^{}]*)\}/g

/**
 * `@live` directives that the live hub could not follow: a kind that there is not, a topic that is none, a placeholder
 * that is neither an argument of the field nor `{viewer}`.
 */
export function topicProblems(document: DocumentNode): SupergraphProblem[] {
  return subscriptionFields(document).flatMap((field) => {
    const wrong = wrongWith(field)
    return wrong
      ? [{ code: problemCodes.invalidTopic, message: `Subscription.${field.name.value}: ${wrong}` }]
      : []
  })
}

function subscriptionFields(document: DocumentNode): readonly FieldDefinitionNode[] {
  const schema = document.definitions.find(({ kind }) => kind === Kind.SCHEMA_DEFINITION)
  const root =
    schema?.kind === Kind.SCHEMA_DEFINITION &&
    schema.operationTypes.find(({ operation }) => operation === 'subscription')?.type.name.value
  return document.definitions.flatMap((one) =>
    one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === root ? (one.fields ?? []) : [],
  )
}

function wrongWith(field: FieldDefinitionNode): string | undefined {
  const live = field.directives?.filter(({ name }) => name.value === 'live') ?? []
  if (live.length === 0) return undefined
  if (live.length > 1) return 'it carries @live more than once'
  const value = (name: string) => live[0]?.arguments?.find((one) => one.name.value === name)?.value
  const kind = value('kind')
  if (kind?.kind !== Kind.ENUM || !['STATE', 'EVENT'].includes(kind.value)) {
    return 'the kind of @live is STATE or EVENT'
  }
  const topic = value('topic')
  if (topic?.kind !== Kind.STRING || !topic.value) return '@live names no topic'
  if (!topicText.test(topic.value.replace(placeholder, ''))) {
    return `the topic "${topic.value}" may hold letters, digits, ":", ".", "_", "-" and {placeholders}`
  }
  for (const [, name = ''] of topic.value.matchAll(placeholder)) {
    if (name === 'viewer' || field.arguments?.some((one) => one.name.value === name)) continue
    return `the topic "${topic.value}" names {${name}}, which is no argument of the field`
  }
  return undefined
}
