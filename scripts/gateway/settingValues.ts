/** What the values of settings may be. Messages follow the setting's name, and hold no value. */
import { z } from 'zod';
import { LONGEST_SECRET } from './access/authentication.ts';
import { addressList } from './access/sourceAddress.ts';
import { problemsOfExtras } from './extraFields/extraField.ts';
import { dialectNames, dialects } from './callControl/dialects/dialects.ts';
import type { DialectName } from './callControl/dialects/dialects.ts';
import { isRecordingsBase, NO_RECORDINGS_BASE, withoutLastSlash } from './recordingsBase.ts';

const SHORTEST_SECRET = 16;

export const list = (text: string): string[] => text.split(',').map((entry) => entry.trim());

export const secrets = (what: string) =>
    z
        .string(`is missing: ${what}, separated by commas`)
        .transform(list)
        .refine((entries) => entries.every((secret) => secret.length >= SHORTEST_SECRET), {
            error: `needs secrets of at least ${SHORTEST_SECRET} characters each`
        })
        .refine((entries) => entries.every((secret) => /^[!-~]*$/.test(secret)), {
            error: 'needs secrets of ASCII letters, digits and signs without spaces: servers send others in different bytes'
        })
        .refine((entries) => entries.every((secret) => secret.length <= LONGEST_SECRET), {
            error: `needs secrets of at most ${LONGEST_SECRET} bytes each`
        });

const origin = (what: string, kind: string, isAllowed: (url: URL) => boolean) =>
    z
        .string(`is missing: ${what}`)
        .refine((text) => isOrigin(text, isAllowed), { error: `has to be an ${kind} origin without a path (${what})` })
        .transform((text) => new URL(text).origin);

/** Of Salesforce, or of what stands in for it on this machine. */
export const safeOrigin = (what: string) => origin(what, 'https', isSafe);

export const convoxOrigin = origin('the ConVox server', 'http or https', isHttp);

export const recordings = z
    .string()
    .refine(isRecordingsBase, { error: NO_RECORDINGS_BASE })
    .transform(withoutLastSlash);

export const addressOrNetwork = z.string().refine((entry) => areAddresses([entry]), {
    error: 'has to be an IP address or a network such as 10.0.0.0/8'
});

export const addresses = z
    .string()
    .default('')
    .transform((text) => (text.trim() === '' ? [] : list(text)))
    .refine(areAddresses, { error: 'has to hold IP addresses or networks such as 10.0.0.0/8, separated by commas' });

export const seconds = (fallback: number, most: number) =>
    z.coerce
        .number('has to be a number of seconds')
        .positive('has to be above 0')
        .max(most, `has to be at most ${most}`)
        .default(fallback)
        .transform((value) => value * 1000);

export const rate = (fallback: number) =>
    z.coerce.number('has to be a number').min(1, 'has to be 1 or more').default(fallback);

export const amount = (fallback: number) =>
    z.coerce.number('has to be a number').positive('has to be above 0').default(fallback);

/** What the integration sheet names, and what click to call is called most. */
export const USUAL_SCRIPTS = 'callcontrol_api.php,bridge.php';

export const scripts = z
    .string()
    .transform(list)
    .refine((names) => names.every((name) => /^\w+\.php$/.test(name)), {
        error: 'has to hold names such as bridge.php'
    });

export const dialect = z.enum(dialectNames, { error: `has to be one of ${dialectNames.join(', ')}` }).default('sheet');

/** What the gateway shows to ConVox, as it is sent in a header. */
export const accessKey = z
    .string()
    .regex(/^[!-~]+$/, 'needs ASCII letters, digits and signs without spaces: it travels in a header');

/** `CUSTOMER_TIER=Customer_Tier__c`, separated by commas. */
export const extraFields = z
    .string()
    .default('')
    .transform((text, context): Record<string, string> => {
        const pairs = text.trim() === '' ? [] : list(text).map((pair) => pair.split('=').map((part) => part.trim()));
        const fields = Object.fromEntries(pairs.map(([parameter = '', ...field]) => [parameter, field.join('=')]));
        const problems = [
            ...(Object.keys(fields).length === pairs.length ? [] : ['names a parameter twice']),
            ...problemsOfExtras(fields).map(({ parameter, message }) => `${parameter || 'a parameter'} ${message}`)
        ];
        problems.forEach((message) => context.addIssue({ code: 'custom', message }));
        return fields;
    });

/** What is wrong with a server's access key; undefined when it fits the dialect. */
export function problemOfKey(name: DialectName, key: unknown): string | undefined {
    const { needsKey } = dialects[name];
    if (needsKey === (key !== undefined)) {
        return undefined;
    }
    return needsKey
        ? `is missing: the key that ConVox gave for the dialect ${name}`
        : `is not used by the dialect ${name}`;
}

export const timeZone = z
    .string()
    .refine(isTimeZone, { error: 'has to be an IANA time zone, for example Asia/Kolkata' });

function isOrigin(text: string, isAllowed: (url: URL) => boolean): boolean {
    const url = URL.parse(text);
    return url !== null && url.pathname === '/' && url.search === '' && url.username === '' && isAllowed(url);
}

/** Plain http is for this machine alone: tokens and customers' numbers travel on it. */
function isSafe({ protocol, hostname }: URL): boolean {
    return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
}

/** Many a ConVox server speaks http only; the gateway stands beside it for that reason. */
function isHttp({ protocol }: URL): boolean {
    return protocol === 'https:' || protocol === 'http:';
}

function areAddresses(entries: readonly string[]): boolean {
    try {
        return addressList(entries) !== undefined;
    } catch {
        return false;
    }
}

function isTimeZone(name: string): boolean {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    } catch {
        return false;
    }
}
