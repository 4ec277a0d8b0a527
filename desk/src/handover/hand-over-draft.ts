import type { TransferKind, TransferWorkInput } from '../generated/operations.ts'

/** What a form for handing over holds. */
export interface HandOverDraft {
  to: 'person' | 'queue'
  kind: TransferKind
  targetId: string | undefined
  note: string
}

/** What is sent; undefined while nobody is chosen. A queue takes contacts at once only. */
export function handOverInput(workItemId: string, draft: HandOverDraft): TransferWorkInput | undefined {
  const { to, kind, targetId, note } = draft
  if (!targetId) return undefined
  return {
    workItemId,
    kind: to === 'queue' ? 'COLD' : kind,
    agentId: to === 'person' ? targetId : null,
    queueId: to === 'queue' ? targetId : null,
    note: note.trim() || null,
  }
}
