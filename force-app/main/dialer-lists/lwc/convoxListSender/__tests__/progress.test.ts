import type { ListMember } from 'c/convoxListMember';
import type { RowEnd } from '../rowEnd';
import { NOT_BEGUN, shownProgress } from '../progress';

const member = (id: string): ListMember => ({
    id,
    contactId: '',
    leadId: '',
    name: `Lead ${id}`,
    number: `910000000${id}`,
    doNotCall: 'clear',
    columns: []
});
const ends = (...outcomes: readonly RowEnd['outcome'][]): RowEnd[] =>
    outcomes.map((outcome, index) => ({ outcome, member: member(String(index)), why: '' }));

const PART = 'c.ConVox_ListSender_';
const ALWAYS = ['Progress', 'Accepted', 'Refused'];

test.each<
    [outcomes: readonly RowEnd['outcome'][], isSending: boolean, parts: readonly string[], onceMore: readonly number[]]
>([
    [['accepted', 'refused', 'accepted'], false, ALWAYS, []],
    [['accepted'], true, ALWAYS, []],
    [['accepted'], false, [...ALWAYS, 'Waiting'], []],
    [['accepted', 'before', 'waiting'], false, ['Progress', 'Accepted', 'Before_Count', 'Refused', 'Waiting'], []],
    [['accepted', 'unknown', 'accepted'], false, [...ALWAYS, 'Unknown'], [1]],
    [['unknown', 'unknown', 'accepted'], false, [...ALWAYS, 'Unknown'], [0, 1]],
    [['unknown', 'unknown', 'accepted'], true, [...ALWAYS, 'Unknown'], []]
])('of three, %j (sending: %s) are told as %j', (outcomes, isSending, parts, onceMore) => {
    const shown = shownProgress({ ...NOT_BEGUN, ends: ends(...outcomes), total: 3 }, isSending);
    expect(shown.summary.split(' · ')).toEqual(parts.map((part) => `${PART}${part}`));
    expect(shown.work.filter((row) => row.onceMore !== '').map(({ id }) => Number(id))).toEqual(onceMore);
    expect(shown.allOnceMore !== '').toBe(onceMore.length > 1);
});

test('whoever is to be looked after stands first, whoever was handed over before last', () => {
    const outcomes = ['before', 'waiting', 'accepted', 'refused', 'unknown', 'before', 'unknown'] as const;
    const leftOut = [{ id: 'left', name: '', number: '', why: '' }];
    const { work } = shownProgress({ ...NOT_BEGUN, ends: ends(...outcomes), leftOut, total: 7 }, false);
    expect(work.map(({ id }) => id)).toEqual(['4', '6', '3', '1', 'left', '0', '5']);
});

test('while people are read anew nothing is done yet', () => {
    expect(shownProgress(NOT_BEGUN, true).percent).toBe(0);
});

test.each([
    [false, 'Stop'],
    [true, 'Stopping']
])('what ends the sending says whether it was pressed: %s', (isStopping, words) => {
    expect(shownProgress(NOT_BEGUN, true, isStopping).stopLabel).toBe(`${PART}${words}`);
});
