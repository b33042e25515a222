import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSetupFacts } from 'c/convoxSetupChecks';

const FLOW = 'ConVox_Call_After_Save_Link_Customer.flow-meta.xml';

const known = (...calls: readonly (readonly [agent: string, reason: string])[]) => {
    const edges = calls.map(([agent, reason]) => ({
        node: { Agent_Code__c: { value: agent }, Match_Reason__c: { value: reason } }
    }));
    return readSetupFacts(undefined, { uiapi: { query: { known: { edges } } } }).knownCallers;
};

it('knows who finds customers, and who never does', () => {
    const ofTheFlow = 'The only contact with this number';

    expect(known()).toEqual({ calls: 0, found: 0, blind: [] });
    expect(known(['A', 'Mobile number'], ['B', ofTheFlow], ['A', ofTheFlow], ['B', ofTheFlow])).toEqual({
        calls: 4,
        found: 1,
        blind: ['B']
    });
    expect(known(['C', 'मोबाइल नंबर']).blind).toEqual([]);
});

it('knows each reason that the flow gives', () => {
    const flow = readFileSync(join(__dirname, '../../../../callers/flows', FLOW), 'utf8');
    const reasons = [...flow.matchAll(/<field>Match_Reason__c<\/field>\s*<value>\s*<stringValue>([^<]+)/g)];

    expect(reasons).toHaveLength(3);
    reasons.forEach(([, reason = '']) => expect(known(['A', reason]).blind).toEqual(['A']));
});
