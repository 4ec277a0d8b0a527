const stroke = {
  width: 20,
  height: 20,
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 2,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': true,
} as const

const paths = {
  chat: 'M21 12a8 8 0 0 1-8 8H4l1.6-3.2A8 8 0 1 1 21 12z',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 19V5M5 12l7-7 7 7',
}

/** One of the widget's few signs; always beside or inside something that has a name. */
export function Sign({ of }: { of: keyof typeof paths }) {
  return (
    <svg {...stroke}>
      <path d={paths[of]} />
    </svg>
  )
}
