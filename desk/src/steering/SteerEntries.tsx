import { Route } from 'lucide-react'
import { PaletteEntry } from '../app/PaletteEntry.tsx'
import { useWords } from '../words/use-words.ts'
import { priorities } from './priorities.ts'
import type { SteeredContact } from './steered-contact.ts'
import type { Steering } from './steering-context.ts'
import { steersFor } from './steers-for.ts'

interface SteerEntriesProperties {
  steering: Steering
  contact: SteeredContact
  /** Closes the palette, then acts. */
  then: (action: () => unknown) => () => void
}

/** What can be done with the selected contact, in the command palette. */
export function SteerEntries({ steering, contact, then }: SteerEntriesProperties) {
  const { t } = useWords()
  return steersFor(contact).flatMap((steer) => {
    const entries =
      steer === 'reprioritize'
        ? priorities
            .filter((priority) => priority !== contact.priority)
            .map((priority) => ({
              label: `${t('steer.reprioritize')}: ${t(`priority.${priority}`)}`,
              act: () => steering.setPriority(contact, priority),
            }))
        : [{ label: t(`steer.${steer}`), act: () => steering.begin(contact, steer) }]
    return entries.map(({ label, act }) => (
      <PaletteEntry key={label} value={`${label} ${contact.name}`} onSelect={then(act)}>
        <Route size={14} aria-hidden />
        {label}
        <span className="truncate text-ink-soft">{contact.name}</span>
      </PaletteEntry>
    ))
  })
}
