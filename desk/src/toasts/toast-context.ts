import { createContext, useContext } from 'react'
import type { ToastShelf } from './toast-shelf.ts'

export const ToastContext = createContext<ToastShelf | undefined>(undefined)

/**
 * Where to say what was done.
 * @throws Error outside of a signed-in desk
 */
export function useToasts(): ToastShelf {
  const toasts = useContext(ToastContext)
  if (!toasts) throw new Error('no toasts are shown here')
  return toasts
}
