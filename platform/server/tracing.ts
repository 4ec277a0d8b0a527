import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  TraceFlags,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'

/** What a span tells besides its name and its times. Never a person's data. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

/** A part of a request, within its span. */
export interface PartSpan {
  readonly traceparent: string
  set(attributes: SpanAttributes): void
  part(name: string, options?: PartOptions): PartSpan
  end(failed?: boolean): void
}

export interface PartOptions {
  attributes?: SpanAttributes
  /** Whether it is a call to another service. */
  call?: boolean
  /** When it began, where that was before now. */
  beganAt?: Date
}

/** One request's span. */
export interface RequestSpan {
  /** Begins a part of it; nothing when nothing is traced. */
  part(name: string, options?: PartOptions): PartSpan | undefined
  /** For calls that this request makes: W3C trace context; undefined when nothing is traced. */
  readonly traceparent: string | undefined
  end(status: number): void
}

export interface Tracing {
  /** Begins the span of a request, as a child of the caller's where it names one. */
  request(name: string, traceparent: string | undefined): RequestSpan
  /** Begins a trace that no request belongs to; only where something is traced at all. */
  root?(name: string): PartSpan
  /** Sends what is left. */
  stop(): Promise<void>
}

const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/**
 * Traces by OTLP/HTTP where an exporter's address is configured; without one a caller's trace context is passed on
 * and nothing is recorded.
 * @param endpoint as OTEL_EXPORTER_OTLP_ENDPOINT: the base address, `/v1/traces` is added
 */
export function startTracing(service: string, endpoint: string | undefined): Tracing {
  if (!endpoint) {
    return {
      request: (_name, traceparent) => ({ traceparent, part: () => undefined, end: () => undefined }),
      stop: () => Promise.resolve(),
    }
  }
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `throughline-${service}` }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  })
  const tracer = provider.getTracer('throughline')
  return {
    request(name, traceparent) {
      const span = tracer.startSpan(name, { kind: SpanKind.SERVER }, parentOf(traceparent))
      return {
        traceparent: traceparentOf(span),
        part: (part, options) => partOf(tracer, span, part, options),
        end: (status) => endSpan(span, status),
      }
    },
    root: (name) => spanOf(tracer, tracer.startSpan(name, {}, ROOT_CONTEXT)),
    stop: () => provider.shutdown(),
  }
}

function partOf(tracer: Tracer, parent: Span, name: string, options: PartOptions = {}): PartSpan {
  const { attributes, call, beganAt } = options
  const kind = call ? SpanKind.CLIENT : SpanKind.INTERNAL
  const started = { kind, attributes: { ...attributes }, ...(beganAt ? { startTime: beganAt } : {}) }
  return spanOf(tracer, tracer.startSpan(name, started, trace.setSpan(ROOT_CONTEXT, parent)))
}

function spanOf(tracer: Tracer, span: Span): PartSpan {
  return {
    traceparent: traceparentOf(span),
    set: (attributes) => void span.setAttributes({ ...attributes }),
    part: (name, options) => partOf(tracer, span, name, options),
    end: (failed = false) => {
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
  }
}

function parentOf(traceparent: string | undefined): Context {
  const match = pattern.exec(traceparent ?? '')
  if (!match?.[1] || !match[2] || !match[3]) return ROOT_CONTEXT
  const [, traceId, spanId, flags] = match
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED,
    isRemote: true,
  })
}

function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext()
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
}

function endSpan(span: Span, status: number): void {
  span.setAttribute('http.response.status_code', status)
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}
