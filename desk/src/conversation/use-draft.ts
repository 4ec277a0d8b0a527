import { useState } from 'react'
import { Drafts } from './drafts.ts'

const drafts = new Drafts()

/** A conversation's draft, kept with every key. */
export function useDraft(conversationId: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(conversationId))
  return [
    text,
    (next) => {
      drafts.set(conversationId, next)
      setText(next)
    },
  ]
}
