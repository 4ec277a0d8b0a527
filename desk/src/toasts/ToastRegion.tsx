import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useShortcut } from '../app/use-shortcut.ts'
import { useWords } from '../words/use-words.ts'
import type { Toast } from './toast-shelf.ts'
import { useToasts } from './toast-context.ts'

/** How long a toast stands, in milliseconds. */
const shownMs = 10_000

/** Where toasts stand: over everything, at the lower edge. */
export function ToastRegion() {
  const { t } = useWords()
  const shelf = useToasts()
  const toasts = useSyncExternalStore(shelf.subscribe, shelf.snapshot)
  useShortcut('z', toasts.some(({ undo }) => undo) ? () => shelf.undoLast() : undefined)
  return (
    <section
      aria-label={t('toast.region')}
      className="pointer-events-none fixed inset-x-0 bottom-16 z-30 flex flex-col items-center gap-2 px-3 wide:bottom-4"
    >
      <div role="status" className="contents">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onGone={() => shelf.dismiss(toast.id)} />
        ))}
      </div>
    </section>
  )
}

function ToastCard({ toast, onGone }: { toast: Toast; onGone: () => void }) {
  const { t } = useWords()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onGone, shownMs)
    return () => clearTimeout(timer)
  })
  return (
    <div
      data-testid="toast"
      className="pointer-events-auto flex max-w-full items-center gap-3 rounded-md border border-line-strong bg-raised py-1.5 pr-1.5 pl-4 shadow-card"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className={toast.tone === 'bad' ? 'text-bad' : undefined}>{toast.text}</p>
      {toast.undo && (
        <button
          type="button"
          className="control h-7"
          onClick={() => {
            onGone()
            toast.undo?.()
          }}
        >
          {t('toast.undo')}
          <kbd className="keycap font-sans">z</kbd>
        </button>
      )}
      <button
        type="button"
        className="control control-quiet control-icon h-7 w-7"
        aria-label={t('toast.close')}
        onClick={onGone}
      >
        <X size={14} aria-hidden />
      </button>
    </div>
  )
}
