import type { ListMember } from 'c/convoxListMember';
import { planOf } from '../plan';

const member = (id: string, changes: Partial<ListMember> = {}): ListMember => ({
    id,
    contactId: '',
    leadId: `lead-${id}`,
    name: `Lead ${id}`,
    number: `910000000${id}`,
    doNotCall: 'clear',
    columns: [],
    ...changes
});

test.each<[string, readonly ListMember[], readonly string[], readonly string[]]>([
    ['everybody', [member('1'), member('2')], ['1', '2'], []],
    ['nobody without a number', [member('1', { number: '' })], [], ['c.ConVox_ListSender_No_Number']],
    ['nobody who is not to be called', [member('1', { doNotCall: 'set' })], [], ['c.ConVox_ListSender_Do_Not_Call']],
    [
        'nobody of whom it is hidden whether to call',
        [member('1', { doNotCall: 'hidden' })],
        [],
        ['c.ConVox_ListSender_Do_Not_Call_Hidden']
    ],
    [
        'nobody whose number belongs to somebody who is not to be called',
        [member('1'), member('2', { number: '9100000001', doNotCall: 'set' })],
        [],
        ['c.ConVox_ListSender_Do_Not_Call_Shared', 'c.ConVox_ListSender_Do_Not_Call']
    ],
    [
        'nor where that one comes first',
        [member('1', { doNotCall: 'set' }), member('2', { number: '9100000001' })],
        [],
        ['c.ConVox_ListSender_Do_Not_Call', 'c.ConVox_ListSender_Do_Not_Call_Shared']
    ],
    ['a number once', [member('1'), member('2', { number: '9100000001' })], ['1'], ['c.ConVox_ListSender_Twice']]
])('hands over %s', (_, members, handed, reasons) => {
    const { rows: planned, leftOut } = planOf(members);
    expect(planned.map(({ id }) => id)).toEqual(handed);
    expect(leftOut.map(({ why }) => why)).toEqual(reasons);
});
