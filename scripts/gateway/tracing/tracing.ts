/** Where traces go. */
export interface TracingSettings {
    /** Address of an OTLP collector (HTTP), below which `/v1/traces` is. */
    readonly endpoint: string;
    /** Of the requests that bring no trace of their own, the share that is traced: 0 to 1. */
    readonly share: number;
}

/** Outcomes and routes only: no attribute ever holds a number, an agent or a secret. */
export type SpanAttributes = Readonly<Record<string, string | number>>;

export interface Span {
    /** What tells whoever is called within this span of its trace: `traceparent` and `tracestate` of W3C Trace Context. */
    readonly headers: Readonly<Record<string, string>>;
    end(attributes: SpanAttributes, failed: boolean): void;
}

/** Spans of the gateway. Without a collector there is none of this, and nothing of the library is loaded. */
export interface Tracing {
    /**
     * @param kind `server` for a request that came, `client` for one that is sent
     * @param within headers of a request, or of the span, that this one belongs to; a trace of its own without
     */
    start(name: string, kind: 'server' | 'client', attributes: SpanAttributes, within?: TraceHeaders): Span;
    /** Sends what is left, for some seconds at most. */
    stop(): Promise<void>;
}

export type TraceHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export const TRACE_HEADERS = ['traceparent', 'tracestate'] as const;
