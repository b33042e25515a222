import { encodeScreenPop, POP_SERVER } from 'c/convoxContract';
import type { ScreenPop } from 'c/convoxContract';

const PAGE = '/lightning/cmp/c__convoxScreenPop';

const blank: ScreenPop = {
    agentCode: '',
    callerNumber: '',
    callReference: '',
    did: '',
    convoxId: '',
    process: '',
    typeOfCall: '',
    direction: undefined,
    unknown: {}
};

/** What the ConVox engineer enters, each value in angle brackets to be replaced by ConVox's own name of it. */
export function popTemplate(origin: string): string {
    const names = encodeScreenPop(blank, 'lightning').map(([name]) => `${name}=<${name.slice('c__'.length)}>`);
    return `${origin}${PAGE}?${names.join('&')}`;
}

/**
 * A pop as ConVox would send it, of a number that nobody has. By its reference the flow ConVox_Call_After_Save_Set_A_Trial_Apart
 * knows that it is no call of the centre.
 */
export function trialPop(agentCode: string, process: string, now: number): string {
    const [, server = '', agent = agentCode] = /^([^:]+):(.+)$/.exec(agentCode) ?? [];
    const pop: ScreenPop = {
        ...blank,
        agentCode: agent,
        // ConVox says its own words: what stands before them is Salesforce's.
        process: server && process.startsWith(`${server}:`) ? process.slice(server.length + 1) : process,
        unknown: server ? { [POP_SERVER]: server } : {},
        callerNumber: '9000000000',
        callReference: `TRIAL-${now}`,
        convoxId: String(now),
        typeOfCall: 'Inbound call'
    };
    return `${PAGE}?${new URLSearchParams(encodeScreenPop(pop, 'lightning')).toString()}`;
}
