import { choicesOn, demandsFollowUp } from '../dispositionChoices.ts';
import { picksAfter } from '../followUpPicks.ts';
import { outcomeOf, proposedPick, valuesOfDraft, withDisposition, withInput } from '../formValues.ts';
import { firstProblem, problemsFor } from '../formProblems.ts';
import { popOf } from '../../convoxCallState/__tests__/sampleLookup';

const NOTHING = valuesOfDraft(undefined);
const KOLKATA = 'Asia/Kolkata';
/** 14:40 in Kolkata. */
const NOW = new Date('2026-11-20T09:10:00Z');

const DISPOSITIONS = [
    { code: 'SALE', label: 'Sale made', needsFollowUp: false, level: 1, parentCode: '' },
    { code: 'CB', label: 'Call back', needsFollowUp: true, level: 1, parentCode: '' },
    { code: 'NEW', label: 'New policy', needsFollowUp: false, level: 2, parentCode: 'SALE' },
    { code: 'RENEWAL', label: 'Renewal', needsFollowUp: true, level: 2, parentCode: 'SALE' },
    { code: 'NEW', label: 'New date', needsFollowUp: false, level: 2, parentCode: 'CB' }
];

const CALL = popOf();

test.each([
    ['the first level has no parent', 1, '', ['SALE', 'CB']],
    ['the second level belongs to the first', 2, 'SALE', ['NEW', 'RENEWAL']],
    ['nothing is below an open level', 2, '', []],
    ['nothing is below a level without children', 3, 'NEW', []]
])('%s', (_name, level, parent, expected) => {
    expect(choicesOn(level, DISPOSITIONS, parent).map(({ code }) => code)).toEqual(expected);
});

test.each([
    ['the first level demands it', ['CB', '', ''], true],
    ['the second level demands it', ['SALE', 'RENEWAL', ''], true],
    ['no level demands it', ['SALE', 'NEW', ''], false],
    ['a code only counts below its own parent', ['CX', 'RENEWAL', ''], false],
    ['nothing is chosen', ['', '', ''], false]
])('a follow-up: %s', (_name, codes, expected) => {
    expect(demandsFollowUp(codes, DISPOSITIONS)).toBe(expected);
});

test('another disposition empties the levels below it', () => {
    const chosen = { ...NOTHING, disposition: 'SALE', disposition2: 'NEW', disposition3: 'X' };
    expect(withDisposition(chosen, 1, 'RENEWAL')).toMatchObject({
        disposition: 'SALE',
        disposition2: 'RENEWAL',
        disposition3: ''
    });
    expect(withDisposition(chosen, 0, 'CB')).toMatchObject({ disposition2: '', disposition3: '' });
});

test.each([
    ['notes', { value: 'Asked twice' }, { notes: 'Asked twice' }],
    ['date', { value: null }, { date: '' }],
    ['time', { value: '18:30:00.000' }, { time: '18:30' }],
    ['followUp', { checked: true }, { followUp: true }],
    ['nothing known', { value: 'x' }, NOTHING]
])('takes what was entered into %s', (field, detail, expected) => {
    expect(withInput(NOTHING, field, detail)).toMatchObject(expected);
});

test.each([
    ['about an hour ahead, at a full quarter', NOW, KOLKATA, '2026-11-20', '15:45'],
    ['over midnight of the server', new Date('2026-11-20T18:00:00Z'), KOLKATA, '2026-11-21', '00:30'],
    ['on the clock of a server elsewhere', NOW, 'America/New_York', '2026-11-20', '05:15']
])('proposes a follow-up %s', (_name, now, timeZone, date, time) => {
    expect(proposedPick(NOTHING, picksAfter(now, timeZone))).toMatchObject({ date, time });
});

test('never replaces a time the agent chose', () => {
    expect(proposedPick({ ...NOTHING, date: '2026-12-01' }, picksAfter(NOW, KOLKATA))).toBeUndefined();
});

test('takes a stored draft as far as it can be read', () => {
    const stored = { disposition: 'CB', notes: 'Asked for evening', followUp: true, date: '2026-11-20', time: '18:30' };
    expect(valuesOfDraft(stored)).toEqual({ ...stored, disposition2: '', disposition3: '' });
    expect(valuesOfDraft('nonsense')).toEqual(NOTHING);
});

test('an outcome holds a follow-up only where one is wanted', () => {
    const values = { ...NOTHING, disposition: 'CB', notes: ' later ', date: '2026-11-21', time: '09:05' };
    expect(outcomeOf(values, true)).toEqual({
        disposition: 'CB',
        disposition2: '',
        disposition3: '',
        notes: 'later',
        followUp: { date: '2026-11-21', hours: '09', minutes: '05' }
    });
    expect(outcomeOf(values, false)).not.toHaveProperty('followUp');
});

const DATE = '2026-11-20';
const label = (name: string): string => `c.ConVox_DispositionForm_Problem_${name}`;

test.each([
    ['no disposition', { disposition: '' }, {}, 'disposition', label('Disposition_Missing')],
    ['no date', { date: '' }, {}, 'date', label('Follow_Up_Date')],
    ['no time', { time: '' }, {}, 'time', label('Follow_Up_Time')],
    ['a time that is over', { time: '14:40' }, {}, 'time', label('Follow_Up_Not_In_Future')],
    ['a day that is over', { date: '2026-11-19' }, {}, 'date', label('Follow_Up_Not_In_Future')],
    ['an agent without a code', {}, { agentCode: '' }, 'call', [label('Agent_Code_Missing')]],
    ['an agent code ConVox does not take', {}, { agentCode: 'asha@x' }, 'call', [label('Agent_Code_Invalid')]],
    ['a call without a ConVox id', {}, { convoxId: '' }, 'call', [label('ConVox_ID_Missing')]]
] as const)('finds %s', (_name, values, call, field, text) => {
    const given = { ...NOTHING, disposition: 'CB', date: DATE, time: '18:30', ...values };
    const problems = problemsFor('submit', { ...CALL, ...call }, outcomeOf(given, true), {
        now: NOW,
        timeZone: KOLKATA
    });
    expect(problems[field]).toEqual(text);
    expect(firstProblem(problems)).toBe(field);
});

test('finds nothing wrong with a good outcome, nor with a caller who hides the number', () => {
    const outcome = outcomeOf({ ...NOTHING, disposition: 'CB', date: DATE, time: '14:41' }, true);
    const moment = { now: NOW, timeZone: KOLKATA };
    expect(firstProblem(problemsFor('submit', CALL, outcome, moment))).toBeUndefined();
    expect(firstProblem(problemsFor('submit', { ...CALL, callerNumber: '' }, outcome, moment))).toBeUndefined();
});
