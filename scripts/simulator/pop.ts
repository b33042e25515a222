import { encodeScreenPop } from '#contract';
import type { Agent } from './agentMachine.ts';
import type { Call } from './call.ts';
import { gatewayAddress } from './settings.ts';
import type { PopRoute, SalesforceSide } from './settings.ts';

/** What the agent screen opens when a call is connected. */
export interface PopOrder {
    readonly reference: string;
    readonly method: 'GET' | 'POST';
    /** GET: the whole URL with its query. POST: the form's action. */
    readonly url: string;
    /** Parameters in the sheet's order; the form fields of a POST. */
    readonly parameters: readonly (readonly [string, string])[];
}

const spellings = {
    lightningGet: 'lightning',
    visualforceGet: 'get',
    visualforcePost: 'post',
    gatewayGet: 'get',
    gatewayPost: 'post'
} as const;

/** The sheet's seven parameters, in the spelling of the route an administrator chose. */
export function popOrder(agent: Agent, call: Call, route: PopRoute, salesforce: SalesforceSide): PopOrder {
    const pop = {
        agentCode: agent.code,
        callerNumber: call.number,
        callReference: call.reference,
        did: call.did,
        convoxId: call.convoxId,
        process: call.process,
        typeOfCall: `${call.direction} call`,
        direction: call.direction,
        unknown: serverParameter(route, salesforce)
    };
    const parameters = encodeScreenPop(pop, spellings[route]);
    const page = pageOf(route, salesforce);
    return spellings[route] === 'post'
        ? { reference: call.reference, method: 'POST', url: page, parameters }
        : { reference: call.reference, method: 'GET', url: `${page}?${query(parameters).toString()}`, parameters };
}

/** The gateway knows by its address whose call it is; a page of Salesforce is told. */
function serverParameter(route: PopRoute, { server }: SalesforceSide): Record<string, string> {
    return server === undefined || route.startsWith('gateway') ? {} : { ConVoxServer: server };
}

function pageOf(route: PopRoute, salesforce: SalesforceSide): string {
    const { lightningOrigin } = salesforce;
    switch (route) {
        case 'lightningGet':
            return `${lightningOrigin}/lightning/cmp/c__convoxScreenPop`;
        case 'visualforceGet':
        case 'visualforcePost':
            return `${lightningOrigin}/apex/ConVoxScreenPop`;
        case 'gatewayGet':
        case 'gatewayPost':
            return `${gatewayAddress(salesforce)}/pop`;
    }
}

function query(parameters: readonly (readonly [string, string])[]): URLSearchParams {
    const search = new URLSearchParams();
    parameters.forEach(([name, value]) => search.append(name, value));
    return search;
}
