import { keyOf, ownName } from './serverKey.ts';

test.each<[what: string, server: string | undefined, name: string, key: string]>([
    ['of the default server', undefined, '17', '17'],
    ['of another server', 'austin', '17', 'austin:17'],
    ['that looks like a key of another server', undefined, 'austin:17', 'default:austin:17'],
    ['that does so in capitals, which Salesforce does not tell apart', undefined, 'AUSTIN:17', 'default:AUSTIN:17'],
    ['that looks like a kept one', undefined, 'Default:17', 'default:Default:17'],
    ['of another server that looks like its own key in capitals', 'austin', 'AUSTIN:17', 'austin:AUSTIN:17'],
    ['with a colon', undefined, 'delhi:17', 'delhi:17']
])('a name %s is no other server’s, and comes back', (_, server, name, key) => {
    expect(keyOf({ ...(server && { server }), others: ['austin'] }, name)).toBe(key);
    expect(ownName(server, key)).toBe(name);
});
