import { decodeScreenPop } from 'c/convoxContract';
import { trialPop } from 'c/convoxPopAddress';

test.each([
    ['of the default server', 'AG_ASHA', 'SALES', 'TRIAL-17'],
    ['of another server', 'austin:1001', 'austin:SALES', 'austin:TRIAL-17'],
    ['without a process', 'austin:1001', '', 'austin:TRIAL-17']
])('a pop that is tried %s is read as one of its agent and process', (_where, agentCode, process, callReference) => {
    const address = new URL(trialPop(agentCode, process, 17), 'https://acme.lightning.force.com');

    expect(decodeScreenPop([...address.searchParams])).toMatchObject({
        ok: true,
        value: { agentCode, process, callReference, direction: 'Inbound' }
    });
});
