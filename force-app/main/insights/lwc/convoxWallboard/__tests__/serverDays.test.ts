import { serverDays } from '../serverDays.ts';

const server = (code: string, zone: string, isDefault = false): object => ({
    node: { Code__c: { value: code }, Time_Zone__c: { value: zone }, Is_Default__c: { value: isDefault } }
});
const data = (...edges: object[]): object => ({ uiapi: { query: { servers: { edges } } } });
const MUMBAI = server('mumbai', 'Asia/Kolkata', true);
const AUSTIN = server('austin', 'America/Chicago');
/** A morning in India, the evening before in Austin. */
const MORNING = Date.parse('2026-12-01T03:00:00Z');

test.each([
    ['the default one', [MUMBAI, AUSTIN], 'default', '2026-12-01'],
    ['the default one by its code', [MUMBAI, AUSTIN], 'mumbai', '2026-12-01'],
    ['a call of before servers were named', [MUMBAI, AUSTIN], '', '2026-12-01'],
    ['another one', [MUMBAI, AUSTIN], 'austin', '2026-11-30'],
    ['another one in other letters', [MUMBAI, AUSTIN], 'Austin', '2026-11-30'],
    ['one that is not entered', [server('dallas', 'America/Chicago', true)], 'pune', '2026-11-30'],
    ['one without a zone', [server('pune', '')], 'pune', '2026-12-01'],
    ['one whose zone nobody knows', [server('pune', 'Mars')], 'pune', ''],
    ['no server', [], 'default', '2026-12-01']
])('the day of %s is that of its clock', (_what, servers, code, day) => {
    expect(serverDays(data(...servers), MORNING)(code)).toBe(day);
});
