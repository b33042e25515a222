import { dialDoubts, WireReader } from 'c/convoxDialing';
import type { DialTarget, WireRequest } from 'c/convoxDialing';

const rows = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
const customer = (isNotToBeCalled: boolean) =>
    rows({ Id: 'x', Name: { value: 'Priya' }, DoNotCall: { value: isNotToBeCalled } });
const dial = (status: string, code: string, day: string) => ({
    Id: day,
    CreatedDate: { value: `2026-11-${day}` },
    Status__c: { value: status },
    Reply_Code__c: { value: code }
});

async function doubtsAbout(query: object | undefined) {
    let deliver = (): void => undefined;
    const reader = new WireReader(
        () => deliver(),
        () => Promise.resolve()
    );
    deliver = () => (query ? reader.take({ data: { uiapi: { query } } }) : undefined);
    return dialDoubts({ dial: '9876543201', text: '98765 43201', customer: { Contact__c: '003' } }, reader);
}

const refused = dial('Refused', 'CL008', '20');

test.each<[what: string, query: object | undefined, doubts: object | undefined]>([
    ['a number of nobody that nobody called', {}, undefined],
    ['a contact who may be called', { Contact: customer(false) }, undefined],
    [
        'a contact who is not to be called',
        { Contact: customer(true) },
        { isDoNotCall: true, name: 'Priya', refusedAt: '' }
    ],
    ['a lead who is not to be called', { Lead: customer(true) }, { isDoNotCall: true, name: 'Priya', refusedAt: '' }],
    [
        'a number that ConVox refused',
        { ConVox_Command__c: rows(refused) },
        { isDoNotCall: false, name: '', refusedAt: '2026-11-20' }
    ],
    [
        'a refusal behind one that says nothing about the number',
        { ConVox_Command__c: rows(dial('Refused', 'CL004', '21'), refused) },
        { isDoNotCall: false, name: '', refusedAt: '2026-11-20' }
    ],
    [
        'a number that was called since',
        { ConVox_Command__c: rows(dial('Accepted', 'CL000', '21'), refused) },
        undefined
    ],
    ['an agent who was busy', { ConVox_Command__c: rows(dial('Refused', 'CL004', '21')) }, undefined],
    ['an org that does not answer', undefined, undefined]
])('%s', async (_what, query, doubts) => {
    expect(await doubtsAbout(query)).toEqual(doubts);
});

test.each<[whom: string, customer: DialTarget['customer'], contact: string, lead: string]>([
    ['a contact', { Contact__c: '003A' }, '003A', '000000000000000AAA'],
    ['a lead', { Lead__c: '00QA' }, '000000000000000AAA', '00QA'],
    ['nobody', {}, '000000000000000AAA', '000000000000000AAA']
])('of %s no other record is asked for', async (_whom, whom, contact, lead) => {
    const asked: WireRequest[] = [];
    const reader = new WireReader(
        (request) => asked.push(request),
        () => Promise.resolve()
    );
    await dialDoubts({ dial: '9876543201', text: '98765 43201', customer: whom }, reader);
    expect(asked.map(({ variables }) => variables)).toEqual([expect.objectContaining({ contact, lead })]);
});
