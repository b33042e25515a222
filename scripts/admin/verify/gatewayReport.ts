import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import type { Finding } from './check.ts';
import { CONFIGURE, no, open, yes } from './check.ts';

const answered = z
    .array(
        z.object({
            outputValues: z
                .object({ answer: z.string().nullish(), fault: z.string().nullish(), httpStatus: z.number().nullish() })
                .nullish()
        })
    )
    .min(1);

const report = z
    .string()
    .transform((text, context): unknown => {
        try {
            return JSON.parse(text);
        } catch {
            context.addIssue('no JSON');
            return z.NEVER;
        }
    })
    .pipe(
        z.object({
            gateway: z.string(),
            status: z.string(),
            reasons: z.array(z.string()),
            servers: z.array(
                z.object({
                    code: z.string(),
                    isDefault: z.boolean().optional(),
                    timeZone: z.string().optional(),
                    dialect: z.string().optional(),
                    recordings: z.string().optional(),
                    answers: z.boolean().optional()
                })
            )
        })
    );

type Report = z.infer<typeof report>;
export type ReportedServer = Report['servers'][number];

/** The gateway's report, or why there is none. */
export type AskedReport =
    { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly finding: Finding };

/** Asked by the org itself, over the credential that commands take. */
export async function askForReport(connection: Connection): Promise<AskedReport> {
    const [result] = answered.parse(
        await connection.request<unknown>({
            method: 'POST',
            url: `/services/data/v${connection.version}/actions/custom/flow/ConVox_Ask_Gateway`,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ inputs: [{}] })
        })
    );
    const { answer = '', fault = '', httpStatus } = result?.outputValues ?? {};
    if (fault) {
        const finding = open(
            fault,
            'Who asks needs ConVox_Administrators and ConVox_Org_Agent_Rights; else the address, its certificate or a firewall is in the way.'
        );
        return { ok: false, finding };
    }
    const { data } = report.safeParse(answer);
    if (data === undefined) {
        const finding = no(
            `HTTP ${httpStatus ?? 'none'}: ${(answer ?? '').slice(0, 200)}`,
            `The gateway takes another key, is older than its report, or there is none at this address. ${CONFIGURE}`
        );
        return { ok: false, finding };
    }
    return { ok: true, report: data };
}

/** Whether the gateway tells of itself, and ConVox answers it. */
export async function reportFinding(connection: Connection): Promise<Finding> {
    const asked = await askForReport(connection);
    if (!asked.ok) {
        return asked.finding;
    }
    const data = asked.report;
    const silent = data.servers.filter(({ answers }) => answers === false).map(({ code }) => code);
    const evidence = [`gateway ${data.gateway}, ${data.status}`, ...data.reasons].join('; ');
    return silent.length === 0
        ? yes(evidence)
        : no(`${evidence}; no answer from ${silent.join(', ')}`, 'See that ConVox runs and lets the gateway in.');
}
