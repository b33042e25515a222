import { followUpFields, jsonRequest, referenceNumberOf } from './jsonRequest.ts';
import { agentContent } from './agentCommand.ts';
import { agentOutcome, codedOutcome } from './jsonAnswer.ts';
import { listRowOutcome } from './listRow.ts';
import type { ListRowCommand } from './listRow.ts';
import type { Dialect } from './dialect.ts';
import { spokenCommand } from './spokenCommand.ts';
import type { SpokenCommand } from './spokenCommand.ts';

const PATH = '/ConVoxCCS/External/external_dialer.php';
const HEADER = 'access_token';

const OUTCOMES: Readonly<Partial<Record<SpokenCommand['type'], typeof codedOutcome>>> = {
    agent: agentOutcome,
    listRow: listRowOutcome
};

/** The web service of 2019: one address, JSON, a static key. */
export const webService: Dialect = {
    needsKey: true,
    translate(sheetCommand) {
        const spoken = spokenCommand(sheetCommand);
        if (!spoken.ok) {
            return spoken;
        }
        const request = jsonRequest(PATH, HEADER, contentOf(spoken.command));
        const outcome = OUTCOMES[spoken.command.type];
        return { ok: true, request, ...(outcome && { outcome }) };
    },
    outcome: codedOutcome
};

function contentOf(command: SpokenCommand): Readonly<Record<string, unknown>> {
    if (command.type === 'listRow') {
        return listRowContent(command.row);
    }
    if (command.type === 'dial') {
        const { agentCode, phoneNumber, referenceNumber } = command.dial;
        // No field for a prefix is known, so it stands where the sheet has it.
        const number = `${command.prefix}${phoneNumber}`;
        return { action: 'CALL', refno: referenceNumber, user: agentCode, phone_number: number };
    }
    if (command.type === 'agent') {
        const { action, agentCode } = command.agent;
        return agentContent(command.agent, action === 'LogOut' ? 'user' : 'user_id', {
            action: 'CLOSE',
            agent_id: agentCode
        });
    }
    const { close, beside } = command;
    return {
        action: 'CLOSE',
        refno: referenceNumberOf(close, beside),
        endcall_type: 'CLOSE',
        agent_id: close.agentCode,
        convoxid: close.convoxId,
        disposition: close.disposition,
        mobile_number: close.mobileNumber,
        ...followUpFields(close)
    };
}

/** One row a request: the answer counts rows, and names none. */
function listRowContent(row: ListRowCommand): Readonly<Record<string, unknown>> {
    const columns = row.fields.map((field, index): [string, string] => [`info_${index + 1}`, field]);
    return {
        action: 'DATAUPLOAD',
        refno: row.referenceNumber,
        process: row.process,
        list_id: row.listId,
        batch_id: row.batchId,
        data: [{ mobile: row.number, ...Object.fromEntries(columns.filter(([, field]) => field !== '')) }]
    };
}
