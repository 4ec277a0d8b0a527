import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Failure, Skeleton } from '../../app/states.tsx'
import { type MediaType, SkillMatrixAgentsDocument } from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { PresenceSign } from '../../signs/presence-sign.tsx'
import { useWords } from '../../words/use-words.ts'

/** Who stands behind a cell of the matrix. */
export function MatrixAgents({ domain, mediaType }: { domain: string | null; mediaType: MediaType }) {
  const { t } = useWords()
  const [{ data, error, stale }, again] = useQuery({
    query: SkillMatrixAgentsDocument,
    variables: { domain, mediaType },
    requestPolicy: 'network-only',
  })
  const problem = problemOf(error)
  const agents = data?.skillMatrix.agents
  return (
    <section aria-label={t('matrix.agents')} aria-busy={stale} className="flex flex-col gap-2">
      <h3 className="pane-title">{t('matrix.agents')}</h3>
      {!agents ? (
        problem ? (
          <Failure problem={problem} onRetry={() => again({ requestPolicy: 'network-only' })} />
        ) : (
          <Skeleton rows={3} />
        )
      ) : agents.nodes.length === 0 ? (
        <p className="text-ink-soft">{t('matrix.nobody')}</p>
      ) : (
        <ul className="grid gap-x-6 small:grid-cols-2">
          {agents.nodes.map(({ id, name, presence }) => (
            <li key={id} className="flex h-9 items-center justify-between gap-3 border-b border-line">
              <Link
                to="/administration/agents/$entryId"
                params={{ entryId: id }}
                className="truncate hover:underline"
              >
                {name}
              </Link>
              <PresenceSign presence={presence} />
            </li>
          ))}
        </ul>
      )}
      {agents?.pageInfo.hasNextPage && <p className="text-12 text-ink-soft">{t('matrix.more')}</p>}
    </section>
  )
}
