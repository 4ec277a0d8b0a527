import { type ReactNode, useId } from 'react'

/** A titled part of a form. */
export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded-md border border-line bg-surface p-4"
    >
      <div>
        <h3 id={id} className="text-14 font-semibold">
          {title}
        </h3>
        {hint && <p className="text-12 text-ink-soft">{hint}</p>}
      </div>
      {children}
    </section>
  )
}
