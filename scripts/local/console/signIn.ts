import type { Org, OrgUser } from '../org/org.ts';
import type { ConsoleSession } from './composition.ts';

export type ConsoleOrg = Pick<Org, 'fetch' | 'openPage' | 'seesTab' | 'openSession' | 'users' | 'store'>;

export interface SignIn {
    /** By username, or by the beginning that only one user's name has: `asha` for asha.verma@sunrise.example. */
    find(username: string): OrgUser | undefined;
    /** The user that a cookie stands for; without a good one, the default user. Undefined in an org without users. */
    userOf(cookie: string | undefined): OrgUser | undefined;
    /** Bearer token of a session of that user, one for as long as the server runs. */
    tokenOf(user: OrgUser): string;
    describe(user: OrgUser): ConsoleSession['user'];
}

/**
 * Who works at which browser. The cookie holds the username: the local console asks nobody for a password, and a
 * browser stays signed in when the servers start again.
 */
export function createSignIn(org: ConsoleOrg, defaultUsername: string | undefined): SignIn {
    const tokens = new Map<string, string>();
    const find = (username: string): OrgUser | undefined => {
        const wanted = username.toLowerCase();
        const matching = org.users.list().filter((user) => user.username.toLowerCase().startsWith(wanted));
        return org.users.find(username) ?? (wanted !== '' && matching.length === 1 ? matching[0] : undefined);
    };
    const defaultUser = (): OrgUser | undefined => {
        const users = org.users.list();
        const named = defaultUsername === undefined ? undefined : find(defaultUsername);
        return named ?? users.find(({ id }) => id !== org.users.admin.id) ?? users[0];
    };
    return {
        find,
        userOf: (cookie) => (cookie === undefined ? undefined : org.users.find(cookie)) ?? defaultUser(),
        tokenOf({ username }) {
            const token = tokens.get(username) ?? org.openSession(username);
            tokens.set(username, token);
            return token;
        },
        describe({ id, name, username, timeZone }) {
            const record = org.store.get('User', id);
            const tag = (field: string): string => String(record?.[field] ?? 'en_US').replace('_', '-');
            return {
                id,
                name,
                username,
                timeZone,
                language: tag('LanguageLocaleKey'),
                locale: tag('LocaleSidKey'),
                currency: 'INR'
            };
        }
    };
}
