import { useEffect, useRef } from 'react'

/** Whether keys typed here are words or belong to a control. */
export function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/** A control that Enter or an arrow key belongs to; the link of the view that is open already is none. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('button, a:not([aria-current]), [role="menuitem"], [role="option"], [role="radio"]') !== null

/**
 * Runs an action on a key, unless the person is writing, a dialogue is open, or a modifier is held.
 * Enter is left to a control that has the focus.
 * @param key as `KeyboardEvent.key`
 * @param action undefined while there is nothing to do
 */
export function useShortcut(key: string, action: (() => void) | undefined): void {
  const latest = useRef(action)
  latest.current = action
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || !latest.current || event.defaultPrevented || event.isComposing) return
      if (event.metaKey || event.ctrlKey || event.altKey || isEditable(event.target)) return
      if (key === 'Enter' && isControl(event.target)) return
      if (document.querySelector('[role="dialog"][data-modal], [role="menu"]')) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [key])
}
