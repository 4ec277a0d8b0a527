import type { JsonObject } from '../json.ts'

/** The fixed beginning of a request's body: everything but the variables. */
export function bodyHead(node: { operation: string; operationName?: string }): string {
  const name = node.operationName ? `,"operationName":${JSON.stringify(node.operationName)}` : ''
  return `{"query":${JSON.stringify(node.operation)}${name}`
}

/** Compiles the writer of the variables that a fetch forwards: `"a":1,"b":2`, or an empty text. */
export function compileVariables(usages: readonly string[] | undefined): (variables: JsonObject) => string {
  if (!usages?.length) return () => ''
  const keys = usages.map((name) => ({ name, text: `${JSON.stringify(name)}:` }))
  return (variables) => {
    let text = ''
    for (const key of keys) {
      const value = variables[key.name]
      if (value !== undefined) text += `${text ? ',' : ''}${key.text}${JSON.stringify(value)}`
    }
    return text
  }
}
