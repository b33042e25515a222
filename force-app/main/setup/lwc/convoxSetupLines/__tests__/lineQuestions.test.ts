import type { CreateRecordInput } from 'lightning/uiRecordApi';
import { LineQuestions } from '../lineQuestions.ts';

const SERVER = {
    id: 's1',
    isDefault: true,
    name: 's1',
    code: '',
    timeZone: '',
    dialect: 'sheet',
    recordings: '',
    arePhoneKeysFilled: true
};
const ASHA = {
    id: 'a1',
    code: 'AG_ASHA',
    serverId: '',
    userId: '005A',
    enteredAt: '',
    userName: 'Asha',
    isUserActive: true
};
const agent = (User__c: string): CreateRecordInput => ({
    apiName: 'ConVox_Agent__c',
    fields: { Agent_Code__c: 'NEW', User__c }
});
const hours = (from?: string, to?: string): CreateRecordInput => ({
    apiName: 'ConVox_Process__c',
    fields: { Process_Code__c: 'SALES', ...(from && { Calling_From__c: from }), ...(to && { Calling_To__c: to }) }
});

it('asks all that is to be known of a line at once', () => {
    const questions = new LineQuestions();
    questions.begin([ASHA], [SERVER]);
    const change = { id: 'a2', fields: {}, question: 'Is there' };
    expect(questions.question('one line', { record: agent('005A'), change })).toMatch(/Is there.*Second_Id/);
});

it.each([
    ['a second id of a user', agent('005A'), 'Second_Id'],
    ['hours over midnight', hours('20:00', '09:00'), 'Over_Midnight'],
    ['hours of a night shift', hours('22:00', '06:00'), 'Over_Midnight'],
    ['hours of a day', hours('09:00', '20:00'), ''],
    ['no hours', hours(), ''],
    ['the same time twice, which is all day', hours('09:00', '09:00'), ''],
    ['a first id of a user', agent('005B'), '']
])('of %s it asks once, and not of the same line again', (_what, record, asked) => {
    const questions = new LineQuestions();
    questions.begin([ASHA], [SERVER]);
    expect(questions.question('one line', { record })).toEqual(expect.stringContaining(asked));
    expect(questions.question('one line', { record })).toBe('');
    expect(questions.question('another line', { record })).toEqual(expect.stringContaining(asked));
});
