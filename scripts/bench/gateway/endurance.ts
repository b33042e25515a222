import { z } from 'zod';
import { runLoad } from './load.ts';
import { startScript } from './processes.ts';
import { SECRET, startTarget } from './throughput.ts';
import type { BenchSetting } from './throughput.ts';

export interface Stretch {
    /** Pushes since the start. */
    readonly accepted: number;
    /** Of this stretch alone. */
    readonly perSecond: number;
    /** Resident memory at its end. */
    readonly megabytes: number;
    /** Upsert requests to Salesforce for each 1,000 pushes since the start. */
    readonly requestsPerThousand: number;
}

const SECONDS_A_LOAD = 5;
const STRETCHES = 10;

const counted = z.object({ upserts: z.number() });

/** One gateway under load, every push another call, reporting ten times on the way. */
export async function* measureEndurance(
    setting: BenchSetting,
    connections: number,
    pushes: number
): AsyncGenerator<Stretch> {
    const salesforce = await startScript('salesforceStandIn.ts');
    const gateway = await startTarget('gateway', { ...setting, salesforceUrl: salesforce.url });
    try {
        let accepted = 0;
        let reported = 0;
        let seconds = 0;
        let first = 0;
        while (accepted < pushes) {
            const report = await runLoad({
                url: gateway.url,
                secret: SECRET,
                connections,
                seconds: SECONDS_A_LOAD,
                first
            });
            // Beyond the accepted ones, every connection may have had one on its way.
            first += report.accepted + connections;
            accepted += report.accepted;
            seconds += report.seconds;
            if (report.refused > 0) {
                throw new Error(`The gateway refused ${report.refused} pushes after ${accepted}`);
            }
            if (accepted - reported >= pushes / STRETCHES || accepted >= pushes) {
                const { upserts } = counted.parse(await salesforce.ask());
                yield {
                    accepted,
                    perSecond: (accepted - reported) / seconds,
                    megabytes: z.number().parse(await gateway.ask()),
                    requestsPerThousand: (upserts / accepted) * 1000
                };
                reported = accepted;
                seconds = 0;
            }
        }
    } finally {
        await gateway.end();
        await salesforce.end();
    }
}
