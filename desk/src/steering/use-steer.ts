import { useCallback } from 'react'
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql'
import {
  AssignWorkDocument,
  CancelCallbackDocument,
  MoveWorkDocument,
  PullWorkDocument,
  ReprioritizeWorkDocument,
} from '../generated/operations.ts'
import { useToasts } from '../toasts/toast-context.ts'
import { outcomeWord } from '../words/outcome-word.ts'
import { useWords, type Word } from '../words/use-words.ts'
import type { SteeredContact } from './steered-contact.ts'

interface Named {
  id: string
  name: string
}

/** What was asked for, and the words for it. */
export type SteerCommand =
  | { kind: 'assign'; agent: Named }
  | { kind: 'pull' }
  | { kind: 'reprioritize'; priority: number }
  | { kind: 'move'; queue: Named }
  | { kind: 'cancelCallback' }

/** What takes a command back; undefined where nothing does. */
export function undoOf(contact: SteeredContact, command: SteerCommand): SteerCommand | undefined {
  switch (command.kind) {
    case 'assign':
      return { kind: 'pull' }
    case 'pull':
      return contact.agent && { kind: 'assign', agent: contact.agent }
    case 'reprioritize':
      return { kind: 'reprioritize', priority: contact.priority }
    case 'move':
      return { kind: 'move', queue: contact.queue }
    case 'cancelCallback':
      return undefined
  }
}

/** Steers a contact; says what was done, with a way to take it back, or why it was refused. */
export function useSteer(): (contact: SteeredContact, command: SteerCommand) => Promise<void> {
  const client = useClient()
  const toasts = useToasts()
  const { t, number } = useWords()

  return useCallback(
    async (contact, command) => {
      const mutate = async <D extends object, V extends AnyVariables>(
        document: TypedDocumentNode<D, V>,
        variables: V,
      ) => outcomeWord(await client.mutation(document, variables).toPromise())
      const send = (order: SteerCommand): Promise<Word | undefined> => {
        const { workItemId } = contact
        switch (order.kind) {
          case 'assign':
            return mutate(AssignWorkDocument, { workItemId, agentId: order.agent.id })
          case 'pull':
            return mutate(PullWorkDocument, { workItemId })
          case 'reprioritize':
            return mutate(ReprioritizeWorkDocument, { workItemId, priority: order.priority })
          case 'move':
            return mutate(MoveWorkDocument, { workItemId, queueId: order.queue.id })
          case 'cancelCallback':
            return mutate(CancelCallbackDocument, { workItemId })
        }
      }
      const saying = (order: SteerCommand): string => {
        const { name } = contact
        switch (order.kind) {
          case 'assign':
            return t('steer.assigned', { name, agent: order.agent.name })
          case 'pull':
            return t('steer.pulled', { name })
          case 'reprioritize':
            return t('steer.reprioritized', { name, priority: number(order.priority) })
          case 'move':
            return t('steer.moved', { name, queue: order.queue.name })
          case 'cancelCallback':
            return t('callback.canceled', { name })
        }
      }
      const order = async (wanted: SteerCommand, undo: SteerCommand | undefined) => {
        const refusal = await send(wanted)
        if (refusal) toasts.show({ text: t(refusal), tone: 'bad' })
        else
          toasts.show({
            text: saying(wanted),
            tone: 'plain',
            ...(undo ? { undo: () => void order(undo, undefined) } : {}),
          })
      }
      await order(command, undoOf(contact, command))
    },
    [client, toasts, t, number],
  )
}
