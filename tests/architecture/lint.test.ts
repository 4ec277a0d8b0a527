import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Types are looked up as if the text were this file's. */
const stage = join(root, 'platform/ids/new-id.ts')

const planted: Array<[rule: string, source: string]> = [
  [
    '@typescript-eslint/no-floating-promises',
    'export function go() {\n  Promise.reject(new Error("lost"))\n}\n',
  ],
  ['@typescript-eslint/no-misused-promises', 'export const go = () => [1].forEach(async () => {})\n'],
  ['@typescript-eslint/no-explicit-any', 'export const anything = (value: any): string => String(value)\n'],
  ['@typescript-eslint/ban-ts-comment', '// @ts-ignore\nexport const n: number = "1"\n'],
  ['@typescript-eslint/no-unused-vars', 'const unused = 1\nexport const used = 2\n'],
  [
    '@typescript-eslint/consistent-type-imports',
    "import { Server } from 'node:http'\nexport const close = (server: Server) => server.closeIdleConnections()\n",
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    "export function name(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n",
  ],
  ['no-empty', 'export function go() {\n  try {\n    String(1)\n  } catch {}\n}\n'],
  ['max-lines', `${'export {}\n'.repeat(301)}`],
  ['no-warning-comments', '// TODO: later\nexport {}\n'],
]

describe('each rule of the lint finds a planted violation', { timeout: 120_000 }, () => {
  const eslint = new ESLint({ cwd: root })

  test('a clean file passes', async () => {
    const [result] = await eslint.lintText("export const newId = (): string => 'id'\n", { filePath: stage })
    expect(result?.messages).toEqual([])
  })

  test.each(planted)('%s', async (rule, source) => {
    const [result] = await eslint.lintText(source, { filePath: stage })
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual([rule])
  })
})
