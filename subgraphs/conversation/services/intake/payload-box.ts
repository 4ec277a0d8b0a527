import { createSecretBox, type SecretBox } from '#platform/identity/secret-box.ts'
import type { ConversationConfig } from '../../config.ts'

const boxes = new WeakMap<object, SecretBox>()

/** What seals raw payloads at rest; one for each configuration, since preparing its key costs more than a message. */
export function payloadBox(config: ConversationConfig): SecretBox {
  const box = boxes.get(config) ?? createSecretBox(config.SECRETS_KEY)
  boxes.set(config, box)
  return box
}
