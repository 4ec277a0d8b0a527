import type { CandidateFragment } from '../generated/operations.ts'
import { clockFigure } from '../time/countdown.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/use-words.ts'

/** Who else there was, the best first, and what told them apart. */
export function CandidateTable({ candidates }: { candidates: readonly CandidateFragment[] }) {
  const { t, percent, number } = useWords()
  const now = useNow()
  return (
    <div className="overflow-x-auto rounded-md border border-line">
      <table className="w-full border-collapse text-left" data-testid="why-candidates">
        <caption className="sr-only">{t('why.candidates')}</caption>
        <thead>
          <tr className="border-b border-line text-12 text-ink-soft">
            <th scope="col" className="h-8 px-2 font-medium">
              {t('why.agent')}
            </th>
            <th scope="col" className="px-2 text-right font-medium">
              {t('why.fit')}
            </th>
            <th scope="col" className="px-2 text-right font-medium">
              {t('why.occupancy')}
            </th>
            <th scope="col" className="px-2 text-right font-medium">
              {t('why.idle')}
            </th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate) => (
            <tr
              key={candidate.agent.id}
              className={`border-b border-line last:border-0 ${candidate.outcome === 'CHOSEN' ? 'bg-accent-soft' : ''}`}
            >
              <th scope="row" className="px-2 py-1.5 font-medium">
                {candidate.agent.name}
                <span className="block text-12 font-normal text-ink-soft">
                  {t(`why.outcome.${candidate.outcome}`)}
                  {candidate.lastAgent && ` · ${t('why.lastAgent')}`}
                </span>
              </th>
              <td className="figure px-2 text-right">{number(candidate.fit)}</td>
              <td className="figure px-2 text-right">{percent(candidate.occupancy)}</td>
              <td className="figure px-2 text-right">
                {clockFigure(Math.max(0, now - Date.parse(candidate.idleSince)))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
