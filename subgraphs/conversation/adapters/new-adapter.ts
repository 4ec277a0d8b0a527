import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const usage = 'npm run new:adapter -- NAME   (a-z, 0-9 and -; for instance line or wechat)'

/** Makes the folder of a new channel, with a test that runs the shared contract. @returns its path */
export function newAdapter(name: string, folder: URL = new URL('./', import.meta.url)): string {
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(name)) throw new Error(`"${name}" is not a channel's name. ${usage}`)
  const made = new URL(`${name}/`, folder)
  if (existsSync(made)) throw new Error(`adapters/${name} is there already`)
  mkdirSync(new URL('fixtures/', made), { recursive: true })
  writeFileSync(new URL('index.ts', made), skeleton(name))
  writeFileSync(new URL(`${name}.test.ts`, made), testOf(name))
  writeFileSync(new URL('fixtures/message.json', made), `${JSON.stringify(exampleBody, null, 2)}\n`)
  return fileURLToPath(made)
}

const exampleBody = { id: 'm1', from: 'person-1', at: '2026-01-05T10:00:00.000Z', text: 'hello' }

function skeleton(name: string): string {
  return `import { z } from 'zod'
import { defineAdapter } from '../contract.ts'
import { postJson, retryAfterMs } from '../contract-http.ts'
import { hmacSha256Hex, secretMatches, singleHeader } from '../contract-signature.ts'

const account = z.object({
  channel: z.literal('${name}'),
  account: z.string(),
  secret: z.string().min(8),
  token: z.string().min(1),
  apiUrl: z.url(),
})

/** One message as the provider sends it. */
const webhook = z.looseObject({
  id: z.string().min(1),
  from: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  text: z.string(),
})

/** The channel ${name}. */
export const adapter = defineAdapter<z.output<typeof account>>({
  channel: '${name}',
  mediaType: 'SOCIAL',
  capabilities: { maxTextLength: 2_000, pushesText: true, webhooks: true, receipts: false },
  account,

  verify: (request, { secret }) =>
    secretMatches(singleHeader(request.headers, 'x-signature'), hmacSha256Hex(secret, request.rawBody)),

  parse(rawBody) {
    const { id, from, at, text } = webhook.parse(JSON.parse(rawBody.toString('utf8')))
    const person = { sourceId: from }
    return { deliveryId: id, events: [{ type: 'message', person, sourceId: id, sentAt: new Date(at), kind: 'TEXT', text }] }
  },

  identifiers: (person, { account: name }) => [
    { type: 'CHANNEL_ACCOUNT', value: \`${name}:\${name}:\${person.sourceId}\`, verified: true },
  ],

  async send({ recipient, text }, { apiUrl, token }) {
    const answer = await postJson(\`\${apiUrl}/messages\`, JSON.stringify({ to: recipient, text }), {
      authorization: \`Bearer \${token}\`,
    })
    if ('kind' in answer) return answer
    if (answer.status < 300) return { kind: 'sent' }
    if (answer.status !== 429 && answer.status < 500) {
      return { kind: 'refused', reason: \`The channel refused the message (\${answer.status}).\` }
    }
    const afterMs = retryAfterMs(answer.headers)
    const reason = \`The channel could not take it (\${answer.status}).\`
    return { kind: 'retry', reason, ...(afterMs === undefined ? {} : { afterMs }) }
  },
})
`
}

function testOf(name: string): string {
  return `import { readFileSync } from 'node:fs'
import { adapterContract } from '../contract-suite.ts'
import { hmacSha256Hex } from '../contract-signature.ts'
import { adapter } from './index.ts'

const account = {
  channel: '${name}' as const,
  account: 'main',
  secret: 'shared-secret',
  token: 't',
  apiUrl: 'http://127.0.0.1:9',
}
const message: unknown = JSON.parse(readFileSync(new URL('./fixtures/message.json', import.meta.url), 'utf8'))

adapterContract(adapter, {
  account,
  sign: (rawBody) => ({ 'x-signature': hmacSha256Hex(account.secret, rawBody) }),
  bodies: {
    'a text': { body: message, events: [{ type: 'message', kind: 'TEXT', text: 'hello', sourceId: 'm1' }] },
  },
})
`
}

if (import.meta.main) {
  try {
    process.stdout.write(`Made ${newAdapter(process.argv[2] ?? '')}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
