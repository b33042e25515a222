import type { Request } from '@playwright/test';

const FLOW = '/actions/custom/flow/ConVox_Send_Command';

/** Which of the requests it is that the end of a call waits for; undefined for any other. */
export function endingRequest(request: Request): 'the command' | 'the flow' | undefined {
    const { pathname } = new URL(request.url());
    const isCommand = pathname.endsWith('/ui-api/records') && request.postData()?.includes('ConVox_Command__c');
    return request.method() === 'POST' && isCommand ? 'the command' : pathname.endsWith(FLOW) ? 'the flow' : undefined;
}
