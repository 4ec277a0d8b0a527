/** A JSON value as it came out of a subgraph's answer; `undefined` is a key that is not there. */
export type Json = string | number | boolean | null | undefined | Json[] | JsonObject

/** A JSON object. */
export interface JsonObject {
  [key: string]: Json
}

/** Whether a value is a JSON object, neither null nor a list. */
export function isJsonObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
