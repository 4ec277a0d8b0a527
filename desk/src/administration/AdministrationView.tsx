import { Link, Outlet } from '@tanstack/react-router'
import '../words/administration/load.ts'
import { useWords } from '../words/use-words.ts'
import { sections } from './sections.ts'

/** Where supervisors set how contacts are routed. */
export function AdministrationView() {
  const { t } = useWords()
  return (
    <div className="flex h-full min-h-0 flex-col bg-ground" data-testid="administration">
      <header className="flex flex-wrap items-center gap-x-6 border-b border-line bg-surface px-4">
        <h1 className="text-16 font-semibold">{t('nav.administration')}</h1>
        <nav aria-label={t('administration.sections')} className="flex max-w-full overflow-x-auto">
          {sections.map(({ to, word }) => (
            <Link
              key={to}
              to={to}
              className="border-b-2 border-transparent px-3 py-2.5 whitespace-nowrap text-ink-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {t(word)}
            </Link>
          ))}
        </nav>
      </header>
      <div className="min-h-0 flex-1">
        <Outlet />
      </div>
    </div>
  )
}
