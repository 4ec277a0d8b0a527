import { Link, Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { FloatingOffer } from '../inbox/FloatingOffer.tsx'
import { useInbox } from '../inbox/inbox-context.tsx'
import { useAtDesk } from '../session/account-context.ts'
import { ToastRegion } from '../toasts/ToastRegion.tsx'
import { useWords } from '../words/use-words.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { LineNotice } from './LineNotice.tsx'
import { PresenceControl } from './PresenceControl.tsx'
import { ShortcutList } from './ShortcutList.tsx'
import { useShortcut } from './use-shortcut.ts'
import { viewsOf } from './views.ts'

/** What stays around every view: the rail, presence, the state of the line. */
export function Frame() {
  const { t } = useWords()
  const { account } = useAtDesk()
  const { offers } = useInbox()
  const [shortcuts, setShortcuts] = useState(false)
  useShortcut('?', () => setShortcuts(true))
  const shown = viewsOf(account)

  return (
    <div className="grid h-full grid-cols-1 grid-rows-[44px_1fr_auto] wide:grid-cols-[56px_1fr] wide:grid-rows-[44px_1fr]">
      <header className="col-span-full flex items-center gap-3 border-b border-line bg-surface px-3">
        <span className="text-14 font-semibold">Throughline</span>
        <span className="flex-1" />
        <PresenceControl />
        <AccountMenu onShortcuts={() => setShortcuts(true)} />
      </header>
      <nav
        aria-label={t('nav.label')}
        className="flex border-line bg-surface max-wide:order-last max-wide:justify-around max-wide:border-t wide:flex-col wide:items-center wide:gap-1 wide:border-r wide:py-2"
      >
        {shown.map(({ to, word, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            title={t(word)}
            className="relative flex flex-col items-center justify-center gap-0.5 rounded-md text-ink-soft hover:bg-hover max-wide:h-12 max-wide:flex-1 max-wide:text-12 wide:size-10 aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
            activeOptions={{ exact: false }}
          >
            <Icon size={18} strokeWidth={1.8} aria-hidden />
            <span className="wide:sr-only">{t(word)}</span>
            {to === '/inbox' && offers.length > 0 && (
              <span className="figure absolute top-0 right-0 rounded-full bg-accent px-1 text-12 leading-4 font-semibold text-on-accent max-wide:right-1/3">
                {offers.length}
                <span className="sr-only"> {t('nav.offers')}</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
      <main className="flex min-h-0 min-w-0 flex-col">
        <LineNotice />
        <div className="min-h-0 flex-1">
          <Outlet />
        </div>
      </main>
      <FloatingOffer />
      <ToastRegion />
      <CommandPalette views={shown} />
      <ShortcutList open={shortcuts} onClose={() => setShortcuts(false)} />
    </div>
  )
}
