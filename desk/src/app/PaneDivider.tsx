import type { PaneWidth } from './use-pane-width.ts'

interface PaneDividerProperties {
  pane: PaneWidth
  label: string
  /** On which side of the divider the pane lies. */
  side: 'left' | 'right'
}

const stepPx = 16

/** The edge of a pane: dragged by pointer, or moved by arrow keys. */
export function PaneDivider({ pane, label, side }: PaneDividerProperties) {
  const outward = side === 'left' ? 1 : -1
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={pane.width}
      aria-valuemin={pane.least}
      aria-valuemax={pane.most}
      tabIndex={0}
      className={`absolute inset-y-0 z-10 w-1.5 cursor-col-resize touch-none hover:bg-accent-soft max-wide:hidden ${side === 'left' ? '-right-[3px]' : '-left-[3px]'}`}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) {
          pane.resize(pane.width + event.movementX * outward)
        }
      }}
      onKeyDown={(event) => {
        const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
        if (direction) pane.resize(pane.width + direction * outward * stepPx)
      }}
    />
  )
}
