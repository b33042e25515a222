import { readGatewayAnswer } from 'c/convoxGatewayReport';

it('reads the report as the gateway writes it', () => {
    const text =
        '{"gateway":"0.1.0","status":"degraded","reasons":["3 dead letters"],"at":"2026-11-22T05:40:00.000Z","startedAt":"2026-11-22T05:00:00.000Z","waiting":2,' +
        '"oldestSeconds":7,"deadLetters":3,"lastForwardAt":"2026-11-22T05:38:00.000Z","apiUsage":{"used":18,"allowed":15000},"servers":[{"code":"mumbai","isDefault":true,"timeZone":"Asia/Kolkata",' +
        '"dialect":"sheet","answers":false,"recordings":"https://voice.example.com","keys":["a1","b2"],"secrets":["c3"],"lastPushAt":"2026-11-22T05:39:00.000Z"},{"code":"silent","isDefault":false}]}';

    expect(readGatewayAnswer(text)).toEqual({
        report: {
            gateway: '0.1.0',
            status: 'degraded',
            reasons: ['3 dead letters'],
            at: '2026-11-22T05:40:00.000Z',
            startedAt: '2026-11-22T05:00:00.000Z',
            waiting: 2,
            oldestSeconds: 7,
            deadLetters: 3,
            lastForwardAt: '2026-11-22T05:38:00.000Z',
            apiUsage: { used: 18, allowed: 15000 },
            servers: [
                {
                    code: 'mumbai',
                    isDefault: true,
                    timeZone: 'Asia/Kolkata',
                    dialect: 'sheet',
                    recordings: 'https://voice.example.com',
                    answers: false,
                    lastPushAt: '2026-11-22T05:39:00.000Z',
                    lastCommandAt: '',
                    keys: ['a1', 'b2'],
                    secrets: ['c3']
                },
                {
                    code: 'silent',
                    isDefault: false,
                    timeZone: '',
                    dialect: '',
                    recordings: '',
                    answers: undefined,
                    lastPushAt: '',
                    lastCommandAt: '',
                    keys: [],
                    secrets: []
                }
            ]
        }
    });
});

it.each(['REFUSED - Invalid or missing access token', '<h1>It works</h1>', '{"status":"EC001"}', ''])(
    'hands on "%s" in its own words: no gateway wrote it',
    (text) => {
        expect(readGatewayAnswer(text)).toEqual({ words: text });
    }
);
