import { useState } from 'react'
import { useQuery } from 'urql'
import { Empty, Failure, Partial, Skeleton } from '../../app/states.tsx'
import { type MediaType, SkillMatrixDocument } from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { useWords } from '../../words/use-words.ts'
import { LevelBar } from './LevelBar.tsx'
import { MatrixAgents } from './MatrixAgents.tsx'

interface Cell {
  domain: string | null
  mediaType: MediaType
}

/** Who can serve which business domain on which kind of channel: how many, how well, and who of them now. */
export function SkillMatrix() {
  const { t, number } = useWords()
  const [open, setOpen] = useState<Cell>()
  const [{ data, error }, again] = useQuery({
    query: SkillMatrixDocument,
    requestPolicy: 'cache-and-network',
  })
  const matrix = data?.skillMatrix
  const problem = problemOf(error)
  if (!matrix)
    return problem ? (
      <Failure problem={problem} onRetry={() => again({ requestPolicy: 'network-only' })} />
    ) : (
      <Skeleton rows={6} height={44} />
    )
  const mediaTypes = matrix.rows[0]?.cells.map(({ mediaType }) => mediaType) ?? []
  if (mediaTypes.length === 0) return <Empty title={t('skills.empty')}>{t('skills.empty.hint')}</Empty>
  return (
    <section aria-label={t('matrix.title')} className="flex flex-col gap-4" data-testid="skill-matrix">
      {problem && <Partial>{t('list.partial')}</Partial>}
      <div>
        <h2 className="text-16 font-semibold">{t('matrix.title')}</h2>
        <p className="text-ink-soft">{t('matrix.hint')}</p>
      </div>
      <div className="overflow-x-auto rounded-md border border-line bg-surface">
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="border-b border-line text-12 text-ink-soft">
              <th scope="col" className="h-9 px-3 font-medium">
                {t('queues.domain')}
              </th>
              {mediaTypes.map((media) => (
                <th key={media} scope="col" className="px-3 font-medium">
                  {t(`media.${media}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ domain, cells }) => (
              <tr key={domain ?? ''} className="border-b border-line last:border-0">
                <th scope="row" className="px-3 font-medium">
                  {domain ?? t('matrix.anyDomain')}
                </th>
                {cells.map(({ mediaType, agentsByProficiency, available }) => {
                  const pressed = open?.domain === domain && open.mediaType === mediaType
                  return (
                    <td key={mediaType} className="p-1">
                      <button
                        type="button"
                        aria-pressed={pressed}
                        className="flex w-full flex-col gap-1 rounded-md px-2 py-1.5 text-left hover:bg-hover aria-pressed:bg-accent-soft"
                        onClick={() => setOpen(pressed ? undefined : { domain, mediaType })}
                      >
                        <LevelBar agentsByProficiency={agentsByProficiency} />
                        <span className="figure text-12 text-ink-soft">
                          {t('matrix.available', { count: number(available) })}
                        </span>
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open && <MatrixAgents domain={open.domain} mediaType={open.mediaType} />}
      {matrix.others.length > 0 && (
        <div className="flex flex-col gap-2">
          <h3 className="pane-title">{t('matrix.others')}</h3>
          <ul className="grid gap-2 small:grid-cols-3">
            {matrix.others.map(({ skill, agentsByProficiency, available }) => (
              <li key={skill.id} className="rounded-md border border-line bg-surface p-2">
                <p className="font-medium">{skill.name}</p>
                <LevelBar agentsByProficiency={agentsByProficiency} />
                <p className="figure text-12 text-ink-soft">
                  {t('matrix.available', { count: number(available) })}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
