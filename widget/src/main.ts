import { ChatElement } from './embed/chat-element.ts'

const tag = 'throughline-chat'
const script = document.currentScript

if (!customElements.get(tag)) customElements.define(tag, ChatElement)

/** Sets the chat into the page, unless the page has put the element in place itself. */
function mount(): void {
  if (document.querySelector(tag)) return
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries((script as HTMLScriptElement | null)?.dataset ?? {})) {
    if (value !== undefined) element.setAttribute(name, value)
  }
  document.body.append(element)
}

if (document.body) mount()
else addEventListener('DOMContentLoaded', mount, { once: true })
