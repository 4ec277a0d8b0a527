import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

test("clients can build the printed API schema, and the README's query fits it", () => {
  const text = execFileSync(process.execPath, ['schema/cli.ts', 'print', '--api'], {
    cwd: root,
    encoding: 'utf8',
  })
  const query = /```graphql\n([\s\S]*?)```/.exec(readFileSync(`${root}README.md`, 'utf8'))?.[1] ?? ''
  expect(validate(buildSchema(text), parse(query))).toEqual([])
})
