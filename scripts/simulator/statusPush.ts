import { encodeCallStatus } from '#contract';
import type { CallStatus } from '#contract';
import { gatewayAddress } from './settings.ts';
import type { SalesforceSide } from './settings.ts';
import type { WireEntry, WireLog } from './wireLog.ts';

export interface StatusPushOptions {
    readonly salesforce: SalesforceSide;
    readonly timeZone: string;
    /** Milliseconds to wait for the answer. */
    readonly timeout: number;
    readonly fetch: typeof fetch;
    readonly log: WireLog;
}

/**
 * Pushes a call status once, with the sheet's 22 names and the static secret. ConVox documents no repetition, so none is
 * made: the outcome, also a failure, is in the wire log that comes back.
 */
export async function pushStatus(status: CallStatus, options: StatusPushOptions): Promise<WireEntry> {
    const { salesforce, timeZone, log } = options;
    const parameters = encodeCallStatus(status, { timeZone });
    const url = `${gatewayAddress(salesforce)}/call-status`;
    const request = statusRequest(url, parameters, salesforce);
    const sent = {
        kind: 'status' as const,
        method: request.method,
        path: url,
        contentType: request.headers.get('content-type') ?? '',
        parameters,
        agentCode: status.agentCode
    };
    try {
        const response = await options.fetch(request, { signal: AbortSignal.timeout(options.timeout) });
        return log.add({ ...sent, status: response.status, reply: await response.text() });
    } catch (error) {
        return log.add({ ...sent, status: 0, reply: `No answer from ${salesforce.gatewayOrigin}: ${cause(error)}` });
    }
}

function statusRequest(url: string, parameters: [string, string][], salesforce: SalesforceSide): Request {
    const secret = { [salesforce.statusHeader]: salesforce.statusSecret };
    const form = new URLSearchParams(parameters).toString();
    switch (salesforce.statusFormat) {
        case 'get':
            return new Request(`${url}?${form}`, { headers: secret });
        case 'json':
            return new Request(url, {
                method: 'POST',
                headers: { ...secret, 'content-type': 'application/json' },
                body: JSON.stringify(Object.fromEntries(parameters))
            });
        case 'form':
            return new Request(url, {
                method: 'POST',
                headers: { ...secret, 'content-type': 'application/x-www-form-urlencoded' },
                body: form
            });
    }
}

function cause(error: unknown): string {
    if (!(error instanceof Error)) {
        return String(error);
    }
    return error.cause instanceof Error ? error.cause.message : error.message;
}
