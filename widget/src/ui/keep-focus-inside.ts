const focusable = 'button:not([disabled]), textarea, a[href]'

/** Tab from the last control goes to the first and back, so that it stays inside the panel. */
export function keepFocusInside(panel: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return
  const controls = [...panel.querySelectorAll<HTMLElement>(focusable)]
  const first = controls[0]
  const last = controls.at(-1)
  const focused = (panel.getRootNode() as ShadowRoot).activeElement
  const leaving = event.shiftKey ? focused === first || focused === panel : focused === last
  if (!leaving) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
