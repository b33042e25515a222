import { listen } from '../node/listen.ts';
import type { Listening } from '../node/listen.ts';
import { createConvox } from './app.ts';
import type { Convox, ConvoxOptions } from './app.ts';
import { createManualTime } from './manualTime.ts';
import type { ManualTime } from './manualTime.ts';
import type { SalesforceSide } from './settings.ts';

export interface PushReceived {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers;
    readonly body: string;
}

export interface TestConvox {
    readonly convox: Convox;
    readonly time: ManualTime;
    /** Origin of the simulator. */
    readonly url: string;
    /** Pushes in the order they arrived at the CRM's side. */
    readonly pushes: readonly PushReceived[];
    /** Status of the next answers to a push. */
    answerPushesWith(status: number): void;
    post(path: string, body?: object): Promise<Response>;
    close(): Promise<void>;
}

/** A simulator over real HTTP in time that stands still, with a CRM beside it that notes what is pushed. */
export async function startTestConvox(
    options: Partial<Omit<ConvoxOptions, 'salesforce'>> & { salesforce?: Partial<SalesforceSide> } = {}
): Promise<TestConvox> {
    const pushes: PushReceived[] = [];
    let status = 200;
    const crm = await listen({
        async fetch(request) {
            const { method, url, headers } = request;
            pushes.push({ method, url, headers, body: await request.text() });
            return Response.json({ status: 'success', message: 'stored' }, { status });
        }
    });
    const time = createManualTime('2026-11-22T05:30:00.000Z');
    const convox = createConvox({
        clock: time.clock,
        timers: time.timers,
        ...options,
        salesforce: {
            lightningOrigin: 'https://example.lightning.force.com',
            gatewayOrigin: crm.url,
            statusHeader: 'Access-Token',
            statusSecret: 'a-secret-of-the-test',
            statusFormat: 'form',
            ...options.salesforce
        }
    });
    const server: Listening = await listen(convox.app);
    return {
        convox,
        time,
        url: server.url,
        pushes,
        answerPushesWith: (next) => (status = next),
        post: (path, body = {}) =>
            fetch(server.url + path, {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(body)
            }),
        async close() {
            convox.close();
            await server.close();
            await crm.close();
        }
    };
}
