import type { ErrorComponentProps } from '@tanstack/react-router'
import { Failure } from '../app/states.tsx'

/** A part that could not be loaded, most often because the server cannot be reached or was renewed meanwhile. */
export function SectionProblem({ reset }: ErrorComponentProps) {
  return <Failure problem={{ code: navigator.onLine ? 'OUTDATED' : 'UNREACHABLE' }} onRetry={reset} />
}
