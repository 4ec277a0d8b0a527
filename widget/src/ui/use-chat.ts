import { useEffect, useState } from 'preact/hooks'
import type { ChatSession } from '../chat/chat-session.ts'
import type { ChatState } from '../chat/chat-state.ts'

/** The session's state; draws again when it changes. */
export function useChat(session: ChatSession): ChatState {
  const [state, setState] = useState(session.state)
  useEffect(() => {
    const read = () => setState(session.state)
    read()
    return session.subscribe(read)
  }, [session])
  return state
}
