import { readAgentNews } from './agentNews.ts';
import { commandNews } from './commandNews.ts';

const NOW = Date.parse('2026-11-30T05:30:00Z');
const MOMENT = { now: NOW, timeZone: 'Asia/Kolkata' };

test.each<[string, Record<string, string>, object]>([
    ['a state alone', { agent_id: 'AG_ASHA', state: 'IDLE' }, { state: 'Ready', since: NOW, detail: '' }],
    [
        'a break with its name, in other spellings',
        { 'User-ID': 'AG_ASHA', AgentStatus: 'Break', Break_Name: 'Tea' },
        { state: 'Break', detail: 'Tea' }
    ],
    ['a name that is no break', { agent_id: 'AG_ASHA', state: 'on call', break_name: 'Tea' }, { detail: '' }],
    [
        'a time of the server',
        { agent_id: 'AG_ASHA', state: 'WRAP_UP', since: '2026-11-30 10:15:00' },
        { state: 'Wrap-Up', since: Date.parse('2026-11-30T04:45:00Z') }
    ],
    [
        'a time with its zone',
        { agent_id: 'AG_ASHA', state: 'LOGGEDOUT', since: '2026-11-30T04:45:00Z' },
        { state: 'Logged Out', since: Date.parse('2026-11-30T04:45:00Z') }
    ],
    ['a clock a little ahead', { agent_id: 'AG_ASHA', state: 'HOLD', since: '2026-11-30T05:31:00Z' }, { since: NOW }]
])('%s is understood', (_, parameters, expected) => {
    expect(readAgentNews(Object.entries(parameters), MOMENT)).toMatchObject({
        ok: true,
        news: { agentCode: 'AG_ASHA', source: 'ConVox', ...expected }
    });
});

test.each<[string, Record<string, string>, RegExp]>([
    ['no agent', { state: 'IDLE' }, /agent_id/],
    ['an odd agent', { agent_id: 'AG ASHA', state: 'IDLE' }, /agent_id/],
    ['no state', { agent_id: 'AG_ASHA' }, /state/],
    ['a state that nobody knows', { agent_id: 'AG_ASHA', state: 'DANCING' }, /state/],
    ['a time that is none', { agent_id: 'AG_ASHA', state: 'IDLE', since: 'soon' }, /since/],
    ['a day that is none', { agent_id: 'AG_ASHA', state: 'IDLE', since: '2026-02-31 10:00:00' }, /since/],
    ['tomorrow', { agent_id: 'AG_ASHA', state: 'IDLE', since: '2026-12-01 10:00:00' }, /since/]
])('%s is refused, and the reason names no value', (_, parameters, reason) => {
    const read = readAgentNews(Object.entries(parameters), MOMENT);
    expect(read).toEqual({ ok: false, reason: expect.stringMatching(reason) });
    expect(JSON.stringify(read)).not.toMatch(/DANCING|soon|AG ASHA/);
});

const command = (text: string) => ({
    method: 'POST' as const,
    script: 'callcontrol_api.php',
    query: '',
    contentType: 'application/x-www-form-urlencoded',
    body: new TextEncoder().encode(text)
});

test.each<[string, 'accepted' | 'refused' | 'unknown', string, object | undefined]>([
    ['ACTION=Break&agent_id=AG_ASHA&target=Tea', 'accepted', '', { state: 'Break', detail: 'Tea' }],
    ['ACTION=Ready&agent_id=AG_ASHA', 'accepted', '', { state: 'Ready', detail: '' }],
    ['ACTION=LogOut&agent_id=AG_ASHA', 'accepted', '', { state: 'Logged Out' }],
    ['ACTION=Hold&agent_id=AG_ASHA', 'accepted', '', { state: 'On Hold' }],
    ['ACTION=TransferToQueue&agent_id=AG_ASHA', 'accepted', '', { state: 'Ready', detail: 'CLOSE' }],
    ['ACTION=CLOSE&agent_id=AG_ASHA', 'accepted', 'EC000', { state: 'Ready', detail: 'CLOSE' }],
    ['ACTION=CALL&user=AG_ASHA', 'accepted', 'CL000', { state: 'Ringing' }],
    ['ACTION=CALL&user=AG_ASHA', 'refused', 'CL006', { state: 'Logged Out' }],
    ['ACTION=CALL&user=AG_ASHA', 'refused', 'CL004', { state: 'Unknown', detail: 'CL004' }],
    ['ACTION=Ready&agent_id=AG_ASHA', 'refused', 'CL006', { state: 'Logged Out', detail: '' }],
    ['ACTION=CALL&user=AG_ASHA', 'refused', 'CL005', undefined],
    ['ACTION=Mute&agent_id=AG_ASHA', 'accepted', '', undefined],
    ['ACTION=Hold&agent_id=AG_ASHA', 'unknown', '', undefined],
    ['ACTION=Hold', 'accepted', '', undefined]
])('of "%s", %s under "%s", is known %j', (text, outcome, code, expected) => {
    const news = commandNews(command(text), { outcome, code }, NOW);
    if (expected === undefined) {
        expect(news).toBeUndefined();
    } else {
        expect(news).toMatchObject({ agentCode: 'AG_ASHA', since: NOW, source: 'Command', ...expected });
    }
});
