import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { serverKey } from '#contract';
import { queryRows } from '../org/rows.ts';
import type { Check, CheckContext, Finding } from './check.ts';
import { CONFIGURE, no, yes } from './check.ts';

/** An agent and a disposition that no ConVox has: it refuses the command, which is an answer. */
const NOBODY = 'CONVOX_VERIFY';
const NOBODYS_NUMBER = '9000000000';
const LONGEST_WAIT = 60_000;

const ADVICE =
    'Setup, Paused and Failed Flow Interviews, and the command’s Error field, say more; docs/troubleshooting.md says what to do.';

const NOT_SENT_ADVICE =
    'ConVox itself did not answer. "Invalid or missing access token": enter one of its CONVOX_KEYS at the principal Server of the External Credential ConVox; of several servers each takes that same key. "ConVox cannot be reached": check CONVOX_ORIGIN and the firewall. "takes no commands for the server": its code is none of the gateway’s. Anything else: docs/troubleshooting.md.';

const serverRow = z
    .object({ Id: z.string(), Name: z.string(), Code__c: z.string().nullable(), Is_Default__c: z.boolean() })
    .transform(({ Code__c: code, Is_Default__c: isDefault, ...row }) => ({
        ...row,
        /** Before the ids of its agents. */
        code: isDefault ? '' : (code ?? '')
    }));
type ServerRow = z.infer<typeof serverRow>;
const commandRow = z.object({
    LastModifiedById: z.string(),
    Status__c: z.string().nullable(),
    Response_Code__c: z.union([z.string(), z.number()]).nullable(),
    Reply__c: z.string().nullable(),
    Reply_Code__c: z.string().nullable(),
    Error__c: z.string().nullable()
});
const created = z.object({ id: z.string() });

interface Sender {
    readonly connection: Connection;
    readonly agentCode: string;
    readonly server: ServerRow | undefined;
}

/** All servers, the default one first. */
function readServers(connection: Connection): Promise<ServerRow[]> {
    const SERVERS = 'SELECT Id, Name, Code__c, Is_Default__c FROM ConVox_Server__c ORDER BY Is_Default__c DESC, Name';
    return queryRows(connection, SERVERS, serverRow);
}

async function createCommand(
    { rows }: CheckContext,
    { connection, agentCode, server }: Sender,
    name: string,
    status: 'Created' | 'Requested'
): Promise<string> {
    // What a server may want to know of a call beside the sheet's parameters: without it the gateway asks no server.
    const call: unknown = await connection.sobject('ConVox_Call__c').create({
        Call_Reference__c: rows.key(`${name}-call`),
        Process_Name__c: NOBODY
    });
    const result: unknown = await connection.sobject('ConVox_Command__c').create({
        Type__c: 'Close',
        Key__c: rows.key(name),
        Status__c: status,
        Call__c: created.parse(call).id,
        Agent_Code__c: agentCode,
        ConVox_ID__c: '0',
        Disposition__c: NOBODY,
        Mobile_Number__c: NOBODYS_NUMBER,
        Set_Follow_Up__c: 'N',
        ...(server ? { Server__c: server.Id } : {})
    });
    return created.parse(result).id;
}

async function readCommand({ connection }: CheckContext, id: string): Promise<z.infer<typeof commandRow> | undefined> {
    const [command] = await queryRows(
        connection,
        `SELECT LastModifiedById, Status__c, Response_Code__c, Reply__c, Reply_Code__c, Error__c FROM ConVox_Command__c WHERE Id = '${id}'`,
        commandRow
    );
    return command;
}

/** A refusal counts as an answer of ConVox only with one of its codes: the gateway refuses in words of its own. */
function findingOf(command: z.infer<typeof commandRow> | undefined, seconds: number): Finding {
    if (command === undefined) {
        return no('the command is gone', ADVICE);
    }
    const {
        Status__c: status,
        Response_Code__c: http,
        Reply_Code__c: code,
        Reply__c: reply,
        Error__c: error
    } = command;
    const evidence = [
        `${status} after ${seconds.toFixed(1)} s`,
        `HTTP ${http ?? 'none'}`,
        `code ${code ?? 'none'}`,
        `reply "${reply ?? ''}"`,
        ...(error === null ? [] : [`error "${error}"`])
    ].join(', ');
    if (status === 'Refused') {
        return code === null ? no(evidence, NOT_SENT_ADVICE) : yes(evidence);
    }
    return status === 'Accepted' ? yes(evidence) : no(evidence, ADVICE);
}

/** Has the flow send a command to a server while it is waited for. */
async function sendDirectly(context: CheckContext, server: ServerRow | undefined): Promise<Finding> {
    const { connection, clock } = context;
    const id = await createCommand(
        context,
        { connection, agentCode: serverKey(server?.code, NOBODY), server },
        `direct-${server?.Id ?? ''}`,
        'Created'
    );
    const started = clock().getTime();
    await connection.request({
        method: 'POST',
        url: `/services/data/v${connection.version}/actions/custom/flow/ConVox_Send_Command`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ inputs: [{ commandId: id }] })
    });
    return findingOf(await readCommand(context, id), (clock().getTime() - started) / 1000);
}

/** Of all servers: what the first that fails wants done, and what was seen at each. */
function findingOfAll(findings: readonly (readonly [ServerRow, Finding])[]): Finding {
    const [first] = findings;
    const [, worst] = findings.find(([, { answer }]) => answer !== 'yes') ?? first ?? [];
    const evidence = findings.map(([{ Name }, finding]) => `${Name}: ${finding.evidence}`).join('; ');
    return findings.length > 1 && worst ? { ...worst, evidence } : (worst ?? no('no server is set up', CONFIGURE));
}

/** Lets somebody request a command that goes out in the background, and waits for its answer. */
export async function watchCommand(
    context: CheckContext,
    sender: Connection,
    agentCode: string
): Promise<{ finding: Finding; lastModifiedBy: string }> {
    const { clock, wait } = context;
    const servers = await readServers(context.connection);
    const server = servers.find(({ code }) => code !== '' && agentCode.startsWith(`${code}:`)) ?? servers[0];
    const id = await createCommand(
        context,
        { connection: sender, agentCode, server },
        `background-${agentCode}`,
        'Requested'
    );
    const started = clock().getTime();
    let command = await readCommand(context, id);
    for (let pause = 500; command?.Status__c === 'Requested' && pause < LONGEST_WAIT; pause *= 2) {
        await wait(pause);
        command = await readCommand(context, id);
    }
    return {
        finding: findingOf(command, (clock().getTime() - started) / 1000),
        lastModifiedBy: command?.LastModifiedById ?? 'nobody'
    };
}

/** What only a request to ConVox can show. The command ends no call: its agent does not exist. */
export const commandChecks: readonly Check[] = [
    {
        id: 'direct-route',
        about: 'health',
        writes: true,
        sendsCommands: true,
        question: 'Does the direct route reach every ConVox and read its answer?',
        run: async (context) => {
            const findings: [ServerRow, Finding][] = [];
            for (const server of await readServers(context.connection)) {
                findings.push([server, await sendDirectly(context, server)]);
            }
            return findingOfAll(findings);
        }
    },
    {
        id: 'background-route',
        about: 'health',
        writes: true,
        sendsCommands: true,
        question: 'Does the background route (asynchronous path) reach ConVox within a minute?',
        run: async (context) => (await watchCommand(context, context.connection, NOBODY)).finding
    }
];
