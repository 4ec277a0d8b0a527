import { type Estimate, studentT95 } from '../../services/simulation/estimate.ts'

/** A measured value, beside two things measured with it whose true means are known. */
export interface ControlledSample {
  value: number
  /** Each less its true mean. */
  controls: readonly [number, number]
}

/**
 * The mean of samples, freed from what chance did to their input: of a run in which calls happened to be long, the part
 * of the waiting that this explains is taken off (control variates by regression: Lavenberg and Welch, "A perspective
 * on the use of control variables to increase the efficiency of Monte Carlo simulations", 1981). It is the constant of
 * a least-squares fit on the controls; the interval is that of the constant.
 */
export function estimateControlled(samples: readonly ControlledSample[]): Estimate {
  const count = samples.length
  const rows = samples.map(({ controls }) => [1, ...controls])
  const products = [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
  )
  const inverse = inverted(products)
  const moments = [0, 1, 2].map((i) =>
    samples.reduce((sum, { value }, at) => sum + value * (rows[at]?.[i] ?? 0), 0),
  )
  const fitted = inverse.map((row) => row.reduce((sum, entry, at) => sum + entry * (moments[at] ?? 0), 0))
  const left = samples.reduce((sum, { value }, at) => {
    const explained = (rows[at] ?? []).reduce((all, entry, i) => all + entry * (fitted[i] ?? 0), 0)
    return sum + (value - explained) ** 2
  }, 0)
  const variance = (left / (count - 3)) * (inverse[0]?.[0] ?? Number.NaN)
  return { mean: fitted[0] ?? Number.NaN, halfWidth: studentT95(count - 3) * Math.sqrt(variance) }
}

/** Of a symmetric matrix of three rows, by its adjugate. */
function inverted(m: readonly (readonly number[])[]): number[][] {
  const at = (i: number, j: number) => m[i % 3]?.[j % 3] ?? Number.NaN
  const cofactor = (i: number, j: number) =>
    at(i + 1, j + 1) * at(i + 2, j + 2) - at(i + 1, j + 2) * at(i + 2, j + 1)
  const determinant = at(0, 0) * cofactor(0, 0) + at(0, 1) * cofactor(0, 1) + at(0, 2) * cofactor(0, 2)
  return [0, 1, 2].map((i) => [0, 1, 2].map((j) => cofactor(j, i) / determinant))
}
