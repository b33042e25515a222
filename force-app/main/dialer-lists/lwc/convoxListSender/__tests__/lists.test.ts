import { lastList, readLists } from '../lists';

const value = (text: string | boolean) => ({ value: text });
const rows = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
const answer = (query: object) => ({ uiapi: { query } });

test('lists are those of processes at servers of the web service', () => {
    const process = (code: string, server: object = {}) => ({ Process_Code__c: value(code), ...server });
    const at = (id: string, dialect: string, code: string) => ({
        Server__c: value(id),
        Server__r: { Dialect__c: value(dialect), Code__c: value(code), Is_Default__c: value(false) }
    });
    const lists = readLists(
        answer({
            ConVox_Server__c: rows({ Id: 's1', Dialect__c: value('webService') }),
            ConVox_Process__c: rows(
                process('SUPPORT'),
                process('default:austin:X'),
                process('austin:SALES', { Name: value('Texas Sales'), ...at('s2', 'webService', 'austin') }),
                process('REST', at('s3', 'rest', 'delhi'))
            )
        })
    );
    expect(lists).toEqual([
        { process: 'SUPPORT', name: 'SUPPORT', ownProcess: 'SUPPORT', serverId: 's1', server: 'default' },
        { process: 'default:austin:X', name: 'austin:X', ownProcess: 'austin:X', serverId: 's1', server: 'default' },
        {
            process: 'austin:SALES',
            name: 'Texas Sales (SALES, austin)',
            ownProcess: 'SALES',
            serverId: 's2',
            server: 'austin'
        }
    ]);
});

const filled = (campaign: string) => ({
    Campaign__c: value(campaign),
    List_ID__c: value('1001'),
    Process_Name__c: value('SALES')
});

test.each([
    ['a campaign that filled a list', 'c1', [filled('c1')], { process: 'SALES', listId: '1001' }],
    ['a campaign that filled none', 'c1', [], undefined],
    ['people of a list view', '', [filled('')], undefined]
])('%s: what was filled last', (_, campaignId, entries, last) => {
    expect(lastList(answer({ ConVox_List_Entry__c: rows(...entries) }), campaignId)).toEqual(last);
});
