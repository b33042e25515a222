import { knownRequest, readKnownRows } from '../knownRows';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const answer = (...keys: readonly string[]) => ({
    uiapi: {
        query: {
            ConVox_List_Entry__c: {
                edges: keys.map((key) => ({
                    node: { Id: key, Key__c: { value: key }, Status__c: { value: 'Waiting' } }
                }))
            }
        }
    }
});

test('what is known of rows is found by their keys, however they are written', () => {
    const rows = readKnownRows(answer('S:Sales:1', 'S:SALES:2'), knownRequest(['S:SALES:1', 'S:SALES:2'], NOW));
    expect(rows?.get('s:sales:2')).toEqual({ id: 'S:SALES:2', batchId: '', status: 'Waiting', sentAt: '' });
    expect(rows?.size).toBe(2);
});

test('rows of an earlier question that are told again answer none', () => {
    expect(readKnownRows(answer('S:SALES:1'), knownRequest(['S:SALES:2'], NOW))).toBeUndefined();
    expect(readKnownRows(answer(), knownRequest(['S:SALES:2'], NOW))?.size).toBe(0);
});

test('no two questions are the same, so that no cache answers', () => {
    expect(knownRequest(['S'], NOW).variables).not.toEqual(knownRequest(['S'], NOW + 1).variables);
});
