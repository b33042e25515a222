import { parseConfig } from './configFile.ts';
import { checkConfig, desiredRows } from './desiredRows.ts';

function mistakes(text: string): string[] {
    try {
        const file = parseConfig(text, 'convox.yaml');
        file.refuse(checkConfig(file.config, desiredRows(file.config)));
        return [];
    } catch (error) {
        return error instanceof Error && 'details' in error && Array.isArray(error.details)
            ? error.details.map(String)
            : [String(error)];
    }
}

test.each<[string, string, string]>([
    [
        'a word that is not known',
        'servers:\n  - name: A\n    timezone: Asia/Kolkata\n',
        'line 3: servers[0].timezone is not known here'
    ],
    [
        'something missing',
        'agents:\n  - code: A\n    user: a@b.example\n  - code: B\n',
        'line 4: agents[1].user is missing'
    ],
    [
        'another kind of value',
        'processes:\n  - code: A\n    wrapUpSeconds: soon\n',
        'line 3: processes[0].wrapUpSeconds has to be a number'
    ],
    ['a list that is none', 'agents: AG_ASHA\n', 'line 1: agents has to be a list'],
    [
        'a zone that is none',
        'servers:\n  - { name: A, timeZone: India }\n',
        'line 2: servers[0].timeZone is no IANA time zone such as Asia/Kolkata'
    ],
    [
        'an address without https',
        'credential:\n  url: http://convox.example.com\n',
        'line 2: credential.url has to begin with https:// and have no path, query or password'
    ],
    [
        'a password in the address',
        'credential:\n  url: https://a:b@convox.example.com\n',
        'line 2: credential.url has to begin with https:// and have no path, query or password'
    ],
    [
        'recordings without https',
        'servers:\n  - { name: A, recordingsBase: http://voice.example.com }\n',
        'line 2: servers[0].recordingsBase has to begin with https:// and have no user name, ? or #'
    ],
    [
        'a user name in the address of recordings',
        'servers:\n  - { name: A, recordingsBase: https://a:b@voice.example.com }\n',
        'line 2: servers[0].recordingsBase has to begin with https:// and have no user name, ? or #'
    ],
    [
        'a key in place of a variable',
        'credential:\n  url: https://a.example\n  keyFrom: my-secret-key\n',
        'line 3: credential.keyFrom has to be the name of an environment variable, such as CONVOX_GATEWAY_KEY'
    ],
    [
        'an agent code that ConVox refuses',
        'agents:\n  - { code: AG ASHA, user: a@b.example }\n',
        'line 2: agents[0].code may have letters, digits and _ only'
    ],
    [
        'an agent twice',
        'agents:\n  - { code: A, user: a@b.example }\n  - { code: a, user: c@b.example }\n',
        'line 3: agents[1] comes twice: a'
    ],
    [
        'a user twice',
        'agents:\n  - { code: A, user: a@b.example }\n  - { code: B, user: A@b.example }\n',
        'line 3: agents[1].user comes twice: A@b.example'
    ],
    [
        'a user twice at one server',
        'agents:\n  - { code: A, user: a@b.example, server: S }\n  - { code: A, user: a@b.example }\n  - { code: B, user: a@b.example, server: s }\n',
        'line 4: agents[2].user comes twice: a@b.example'
    ],
    [
        'two default servers',
        'servers:\n  - { name: A, default: true }\n  - { name: B, default: true }\n',
        'line 3: servers[1].default comes twice: the default server'
    ],
    [
        'a disposition twice',
        'processes:\n  - code: P\n    dispositions:\n      - code: X\n      - code: x\n',
        'line 5: processes[0].dispositions[1] comes twice: P / x'
    ],
    [
        'a fourth level',
        'processes:\n  - code: P\n    dispositions:\n      - code: A\n        children:\n          - code: B\n            children:\n              - code: C\n                children: []\n',
        'line 9: processes[0].dispositions[0].children[0].children[0].children is not known here'
    ],
    [
        'a permission for somebody twice',
        'permissions:\n  S: [a@b.example, a@b.example]\n',
        'line 2: permissions.S[1] comes twice: a@b.example'
    ]
])('%s is told with its line', (_what, text, mistake) => {
    expect(mistakes(text)).toEqual([mistake]);
});

test('all mistakes are told at once', () => {
    expect(mistakes('servers:\n  - default: perhaps\nagents:\n  - code: ""\n    user: a@b.example\n')).toEqual([
        'line 2: servers[0].name is missing',
        'line 2: servers[0].default has to be true or false',
        'line 4: agents[0].code is empty',
        'line 4: agents[0].code may have letters, digits and _ only'
    ]);
});

test('a text that is no YAML is told with its line', () => {
    expect(mistakes('servers:\n  - name: "A\n')).toEqual([expect.stringMatching(/line \d/)]);
});

test('an active and an inactive agent may be the same user, and an empty file wants nothing', () => {
    expect(
        mistakes('agents:\n  - { code: A, user: a@b.example, active: false }\n  - { code: B, user: a@b.example }\n')
    ).toEqual([]);
    expect(mistakes('')).toEqual([]);
});

test('dispositions become rows with level, order and the levels above', () => {
    const { config } = parseConfig(
        'processes:\n  - code: P\n    dispositions:\n      - code: A\n        children:\n          - { code: B, sortOrder: 7, needsFollowUp: true }\n      - code: C\n',
        'convox.yaml'
    );
    expect(desiredRows(config).slice(1)).toMatchObject([
        { key: 'p / a', values: { Level__c: 1, Sort_Order__c: 10 }, parents: { Process__c: { key: 'p' } } },
        {
            key: 'p / a / b',
            values: { Level__c: 2, Sort_Order__c: 7, Needs_Follow_Up__c: true },
            parents: { Process__c: { key: 'p' }, Parent__c: { key: 'p / a' } }
        },
        { key: 'p / c', values: { Level__c: 1, Sort_Order__c: 20 } }
    ]);
});
