import { fieldTable, normaliseName, readReply } from '#contract';
import type { ConvoxReply } from '#contract';
import type { PastedTraffic } from './pastedTraffic.ts';

type Parameters = PastedTraffic['parameters'];

/** What ConVox says of a command: all answers have a code, that to a dial the call as well. */
export const replyTable = fieldTable<string>([
    { field: 'status', name: 'STATUS', limit: 40 },
    { field: 'message', name: 'MESSAGE', limit: 255 },
    { field: 'phoneNumber', name: 'PHONE_NUMBER', limit: 40 },
    { field: 'process', name: 'PROCESS', limit: 80 },
    { field: 'callReference', name: 'CALL_HIT_REFERENCE_NUMBER', limit: 64 },
    { field: 'convoxId', name: 'LEAD_ID', synonyms: ['convoxid'], limit: 64 },
    { field: 'referenceNumber', name: 'refno', limit: 40 },
    { field: 'expiresAt', name: 'EXPIRES_AT', limit: 40 }
]);

const CODE = /^(?:[A-Z]{2}\d{3,4}|SUCCESS)$/;

function codeOf(parameters: Parameters): string {
    const [, status = ''] = parameters.find(([name]) => normaliseName(name) === 'status') ?? [];
    const text = String(status).trim().toUpperCase();
    return CODE.test(text) ? text : '';
}

/** Undefined for what no answer looks like. A pop has the names of a dialled call, too, and an agent. */
export function confidenceInReply(parameters: Parameters): 'certain' | 'likely' | undefined {
    if (codeOf(parameters) !== '') {
        return 'certain';
    }
    const names = parameters.map(([name]) => normaliseName(name));
    const isDialled = names.includes('phonenumber') && (names.includes('convoxid') || names.includes('leadid'));
    return isDialled && names.every((name) => replyTable.has(name)) ? 'likely' : undefined;
}

/** Of what agents ask for and of lists no table has the codes: those of done end as the others do, but for that of a logout. */
const DONE = /000$|^LO001$/;

/** How ConVox answered, as Salesforce and its gateway read it. */
export function outcomeOfReply(pasted: string, parameters: Parameters): ConvoxReply['outcome'] {
    const code = codeOf(parameters);
    const { outcome, code: known } = readReply(pasted, 200);
    return code === '' || known !== '' ? outcome : DONE.test(code) ? 'accepted' : 'refused';
}
