import { DialGuard, followDial, placeDial, WireReader } from 'c/convoxDialing';

const target = { dial: '9876543201', text: '98765 43201', customer: {} };
const agent = {
    agentCode: 'AG_ASHA',
    serverId: 's1',
    timeZone: 'Asia/Kolkata',
    route: 'Direct' as const,
    arePhoneKeysFilled: true
};

/** What the rows say at a look: the command's status, its code, and where the call stands; '' when there is none. */
type Look = readonly [status: string, code: string, call: string];

/** Follows a dial made at second 0 whose rows say this at each look; gives what came of it. */
async function follow(looks: readonly Look[]): Promise<{ settled: string[]; looked: number; openAt: number }> {
    let now = 0;
    let until = 0;
    let looked = 0;
    let openAt = -1;
    const guard = new DialGuard({
        until: () => until,
        rest(next) {
            until = next;
            openAt = next === 0 ? now / 1000 : -1;
        },
        tell: () => undefined,
        hear: () => undefined
    });
    const dateNow = jest.spyOn(Date, 'now').mockImplementation(() => now);
    const answer = (): object => {
        const [Status__c, Reply_Code__c, call] = looks[Math.min(looked, looks.length - 1)] ?? ['', '', ''];
        looked += 1;
        const row = { Id: 'c1', Status__c: { value: Status__c }, Reply_Code__c: { value: Reply_Code__c } };
        return {
            uiapi: {
                query: {
                    ConVox_Command__c: { edges: [{ node: row }] },
                    ConVox_Call__c: { edges: call ? [{ node: { Id: 'a1', Status__c: { value: call } } }] : [] }
                }
            }
        };
    };
    const wait = (milliseconds: number): Promise<void> => {
        now += milliseconds;
        return Promise.resolve();
    };
    let deliver = (): void => undefined;
    const reader = new WireReader(
        () => deliver(),
        () => new Promise(() => undefined)
    );
    deliver = () => reader.take({ data: answer(), refresh: () => Promise.resolve(deliver()) });
    const settled: string[] = [];
    await followDial(placeDial(target, agent, guard), { reader, guard, wait }, (result) =>
        settled.push(result?.state ?? 'moot')
    );
    dateNow.mockRestore();
    return { settled, looked, openAt };
}

test.each<[string, Look[], { settled: string[]; looked: number; openAt: number }]>([
    [
        'a call that is over opens the guard at once',
        [
            ['Accepted', 'CL000', ''],
            ['Accepted', 'CL000', 'Disposed']
        ],
        { settled: ['accepted', 'moot'], looked: 2, openAt: 3 }
    ],
    [
        'a refusal that comes late opens the guard',
        [
            ['Unknown', '', ''],
            ['Unknown', '', ''],
            ['Refused', 'CL004', '']
        ],
        { settled: ['refused'], looked: 3, openAt: 7 }
    ],
    [
        'a late acceptance is told, and half a minute ends the looking',
        [
            ['Sent', '', ''],
            ['Accepted', 'CL000', '']
        ],
        { settled: Array(5).fill('accepted'), looked: 6, openAt: -1 }
    ],
    ['what stays unknown is looked at for two minutes', [['Unknown', '', '']], { settled: [], looked: 18, openAt: -1 }],
    [
        'a call that is there settles a doubt before it is over, and opens the guard once it is',
        [
            ['Unknown', '', ''],
            ['Unknown', '', 'In Progress'],
            ['Unknown', '', 'Ended']
        ],
        { settled: ['moot', 'moot'], looked: 3, openAt: 7 }
    ],
    [
        'a call that nobody answered settles a doubt, too',
        [['Unknown', '', 'Not Connected']],
        { settled: ['moot'], looked: 1, openAt: 1 }
    ],
    [
        'a refusal stands, whatever call there is',
        [['Refused', 'CL004', 'In Progress']],
        { settled: ['refused'], looked: 1, openAt: 1 }
    ]
])('%s', async (_what, looks, expected) => {
    expect(await follow(looks)).toEqual(expected);
});
