const radius = 7
const length = 2 * Math.PI * radius

/** How much time is left, as a ring that empties. Always beside its figure and word. */
export function CountdownRing({ share, size = 18 }: { share: number; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true" className="shrink-0">
      <circle
        cx="9"
        cy="9"
        r={radius}
        fill="none"
        stroke="currentColor"
        strokeOpacity="0.22"
        strokeWidth="2.4"
      />
      <circle
        cx="9"
        cy="9"
        r={radius}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeDasharray={length}
        strokeDashoffset={length * (1 - share)}
        transform="rotate(-90 9 9)"
        opacity={share > 0 ? 1 : 0}
      />
    </svg>
  )
}
