import { nextPage, planOf, readLists, readMembers } from '../members';
import type { Member } from '../members';

const value = (text: string | boolean) => ({ value: text });
const rows = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
const answer = (query: object) => ({ uiapi: { query } });

const member = (id: string, changes: Partial<Member> = {}): Member => ({
    id,
    contactId: '',
    leadId: `lead-${id}`,
    name: `Lead ${id}`,
    number: `910000000${id}`,
    isNotToBeCalled: false,
    columns: [],
    ...changes
});

test('a member has the mobile number, else the other one, and columns without the signs that part them', () => {
    const [first, second, third] = readMembers(
        answer({
            CampaignMember: rows(
                {
                    Id: '1',
                    MobilePhone: value('+91 98765 43201'),
                    Phone: value('040 4012 3400'),
                    City: value('Pune | East')
                },
                { Id: '2', Phone: value('9876543202') },
                { Id: '3', Phone: value('12') }
            )
        })
    );
    expect([first?.number, second?.number, third?.number]).toEqual(['9876543201', '9876543202', '']);
    expect(first?.columns).toEqual(['', '', '', '', 'Pune East', '', '', '', '', '']);
});

test.each([
    [true, 'cursor'],
    [false, '']
])('with a page more (%s) the next begins at "%s"', (hasNextPage, after) => {
    const CampaignMember = { ...rows(), pageInfo: { hasNextPage, endCursor: 'cursor' } };
    expect(nextPage(answer({ CampaignMember }))).toBe(after);
});

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
                process('SALES', at('s2', 'webService', 'austin')),
                process('REST', at('s3', 'rest', 'delhi'))
            )
        })
    );
    expect(lists).toEqual([
        { process: 'SUPPORT', serverId: 's1', server: 'default' },
        { process: 'SALES', serverId: 's2', server: 'austin' }
    ]);
});

test.each<[string, readonly Member[], readonly string[], readonly string[]]>([
    ['everybody', [member('1'), member('2')], ['1', '2'], []],
    ['nobody without a number', [member('1', { number: '' })], [], ['c.ConVox_ListSender_No_Number']],
    [
        'nobody who is not to be called',
        [member('1', { isNotToBeCalled: true })],
        [],
        ['c.ConVox_ListSender_Do_Not_Call']
    ],
    ['a number once', [member('1'), member('2', { number: '9100000001' })], ['1'], ['c.ConVox_ListSender_Twice']]
])('hands over %s', (_, members, handed, reasons) => {
    const { rows: planned, leftOut } = planOf(members);
    expect(planned.map(({ id }) => id)).toEqual(handed);
    expect(leftOut.map(({ why }) => why)).toEqual(reasons);
});
