const width = 72
const height = 20
const edge = 2

interface TrendLineProperties {
  /** Oldest first; at least two. */
  values: readonly number[]
  /** What the line says, for those who listen. */
  label: string
}

/** A few figures over time as a small line. It grows from the right, and is flat at the bottom where all are zero. */
export function TrendLine({ values, label }: TrendLineProperties) {
  const most = Math.max(1, ...values)
  const x = (index: number) => edge + ((width - 2 * edge) * index) / (values.length - 1)
  const y = (value: number) => height - edge - ((height - 2 * edge) * value) / most
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`)
  const last = values.at(-1) ?? 0
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{label}</title>
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(values.length - 1)} cy={y(last)} r="2" fill="currentColor" />
    </svg>
  )
}
