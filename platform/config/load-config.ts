import type { z } from 'zod'
import { ConfigError } from './config-error.ts'

/**
 * Reads what the schema names from the environment. An empty variable counts as one that is not set; variables
 * that the schema does not name are ignored. Values never appear in the error: some of them are secrets.
 * @throws ConfigError with every mistake
 */
export function loadConfig<S extends z.ZodObject>(
  schema: S,
  env: NodeJS.ProcessEnv = process.env,
): z.infer<S> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  )
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const name = issue.path.join('.')
      return `${name}: ${name in given ? issue.message : 'is missing'}`
    }),
  )
}
