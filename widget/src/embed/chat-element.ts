import { ChatSession } from '../chat/chat-session.ts'
import tokens from '../theme/tokens.css?inline'
import styles from '../theme/widget.css?inline'
import { openFace } from '../ui/face.tsx'
import { translateInto } from '../words/messages.ts'
import { type EmbedOptions, readOptions } from './options.ts'

/** Where this script came from: known only while it runs for the first time. */
const scriptUrl = (document.currentScript as HTMLScriptElement | null)?.src || location.href

/** `<throughline-chat>`: one button and one panel, apart from the page's own styles by a shadow root. */
export class ChatElement extends HTMLElement {
  #session: ChatSession | undefined
  #root: ShadowRoot | undefined
  #close: (() => void) | undefined

  connectedCallback(): void {
    const options: EmbedOptions = readOptions(
      (name) => this.getAttribute(name),
      scriptUrl,
      document.documentElement.lang || navigator.language,
    )
    this.#root ??= this.attachShadow({ mode: 'open' })
    this.#session = new ChatSession(options)
    const style = document.createElement('style')
    style.textContent = tokens + styles
    const face = document.createElement('div')
    face.lang = options.locale
    this.#root.replaceChildren(style, face)
    const t = translateInto(options.locale)
    this.#close = openFace(face, this.#session, t, options.team ?? t('team'))
  }

  disconnectedCallback(): void {
    this.#close?.()
    this.#session?.close()
    this.#close = this.#session = undefined
  }
}
