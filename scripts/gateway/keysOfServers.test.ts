import { serversWithOtherKeys } from './keysOfServers.ts';
import type { ServerSettings } from './serverSettings.ts';

const server = (code: string, keys: string[] | undefined): ServerSettings => ({
    code,
    isDefault: code === 'mumbai',
    timeZone: 'Asia/Kolkata',
    ...(keys && { callControl: { origin: 'http://192.0.2.10', keys, scripts: [] } })
});

test.each<[string, string[] | undefined, string[] | undefined, string[]]>([
    ['the same key', ['a'], ['a'], []],
    ['the key, and one more', ['a'], ['b', 'a'], []],
    ['another key', ['a'], ['b'], ['austin']],
    ['the former key alone, while one replaces the other', ['a', 'b'], ['a'], ['austin']],
    ['no commands', ['a'], undefined, []],
    ['a key where the default server takes no commands', undefined, ['b'], []]
])('a server with %s', (_, ofDefault, own, told) => {
    expect(serversWithOtherKeys([server('mumbai', ofDefault), server('austin', own)])).toEqual(told);
});
