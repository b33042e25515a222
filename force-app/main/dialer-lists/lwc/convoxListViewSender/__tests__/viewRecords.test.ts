import { LIST_SOURCES, readRecords } from '../viewRecords';

const field = (value: unknown) => ({ value, displayValue: null });
const record = (fields: Readonly<Record<string, unknown>>) => ({
    id: 'r1',
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, field(value)]))
});

test.each<[object: string, fields: Readonly<Record<string, unknown>>, member: object]>([
    [
        'Contact',
        {
            FirstName: 'Asha',
            LastName: 'Rao',
            MobilePhone: '+91 98765 43201',
            Account: { id: 'a1', fields: { Name: field('Rain | Ltd') } },
            MailingCity: 'Pune',
            DoNotCall: false
        },
        {
            id: 'r1',
            contactId: 'r1',
            leadId: '',
            name: 'Asha Rao',
            number: '9876543201',
            doNotCall: 'clear',
            columns: ['Asha', 'Rao', '', 'Rain Ltd', 'Pune', '', '', '', '', '']
        }
    ],
    [
        'Lead',
        { LastName: 'Iyer', Company: 'Sun', Phone: '12', Status: 'Open', DoNotCall: true },
        {
            id: 'r1',
            contactId: '',
            leadId: 'r1',
            name: 'Iyer',
            number: '',
            doNotCall: 'set',
            columns: ['', 'Iyer', '', 'Sun', '', '', '', '', '', 'Open']
        }
    ],
    [
        'Lead',
        { LastName: 'Iyer', Company: null },
        { name: 'Iyer', doNotCall: 'hidden', columns: ['', 'Iyer', ...Array(8).fill('')] }
    ]
])('a %s of a list view is somebody of a list: %j', (object, fields, member) => {
    expect(readRecords(object, [record(fields)])).toEqual([expect.objectContaining(member)]);
});

test.each([...LIST_SOURCES])('of a %s it is asked whether to call, and ten columns go along', (object, source) => {
    expect(source.optionalFields).toContain(`${object}.DoNotCall`);
    expect(source.columns).toHaveLength(10);
    expect(source.optionalFields).toContain(`${object}.MobilePhone`);
});
