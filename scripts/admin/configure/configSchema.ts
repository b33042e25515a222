import { agentActions } from '#agent-action';
import { isTimeZone, serverCode } from '#contract';
import { z } from 'zod';
import { isRecordingsBase, NO_RECORDINGS_BASE } from '../../gateway/recordingsBase.ts';

const text = (most: number) => z.string().trim().min(1, 'is empty').max(most, `is longer than ${most} characters`);
// YAML reads 0 and 91 as numbers where people mean digits.
const digits = z
    .union([z.string(), z.number().int().transform(String)])
    .pipe(z.string().regex(/^\d{0,4}$/, 'has to be up to 4 digits'));
const whole = (most: number) =>
    z.number().int('has to be a whole number').min(0, 'is below 0').max(most, `is above ${most}`);

/** Names that a field of the org holds with commas between them. */
const names = <Name extends z.ZodType<string>>(name: Name) =>
    z
        .array(name)
        .transform((list) => list.join(', '))
        .refine((list) => list.length <= 255, 'is longer than 255 characters together');
const nameInList = text(100).refine((name) => !name.includes(','), 'has a comma, which parts the names of a list');

const server = z.strictObject({
    name: text(80),
    code: z
        .string()
        .regex(serverCode, 'has to be 1 to 12 small letters and digits, a letter first')
        .refine((code) => code !== 'default', 'has to be another: the gateway calls its default server so')
        .optional(),
    default: z.boolean().optional(),
    timeZone: z.string().refine(isTimeZone, 'is no IANA time zone such as Asia/Kolkata').optional(),
    dialect: z.string().optional(),
    commandRoute: z.string().optional(),
    recordingsBase: z
        .string()
        .trim()
        .refine((text) => text === '' || isRecordingsBase(text), NO_RECORDINGS_BASE)
        .optional(),
    closeMethod: z.string().optional(),
    dialScript: z
        .string()
        .regex(/^\w+\.php$/, 'has to be a file name such as bridge.php')
        .optional(),
    dialMethod: z.string().optional(),
    dialAction: text(20).optional(),
    dialAgentParameter: z.string().optional(),
    dialNumberParameter: z.string().optional(),
    dialPrefix: digits.optional(),
    supports: names(z.enum(agentActions)).optional(),
    wordsOfSuccess: z.string().trim().max(255, 'is longer than 255 characters').optional()
});

const dispositionFields = {
    code: text(100),
    name: text(80).optional(),
    needsFollowUp: z.boolean().optional(),
    countsAs: z.enum(['Success', 'Contact', 'Neither']).optional(),
    active: z.boolean().optional(),
    sortOrder: whole(9999).optional()
};
const thirdLevel = z.strictObject(dispositionFields);
const secondLevel = z.strictObject({ ...dispositionFields, children: z.array(thirdLevel).optional() });
const firstLevel = z.strictObject({ ...dispositionFields, children: z.array(secondLevel).optional() });

/** As the org's own rule has it; both or neither. */
const timeOfDay = text(5).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as "09:00"');

const process = z.strictObject({
    code: text(80),
    name: text(80).optional(),
    server: text(80).optional(),
    wrapUpSeconds: whole(3600).optional(),
    answerTargetSeconds: whole(999).optional(),
    breaks: names(nameInList).optional(),
    transferQueues: names(nameInList).optional(),
    transferDisposition: text(100).optional(),
    callingFrom: timeOfDay.optional(),
    callingTo: timeOfDay.optional(),
    dispositions: z.array(firstLevel).default([])
});

const agent = z.strictObject({
    code: text(64).regex(/^\w+$/, 'may have letters, digits and _ only'),
    user: text(80),
    name: text(80).optional(),
    server: text(80).optional(),
    active: z.boolean().optional()
});

const credential = z.strictObject({
    url: z
        .string()
        .refine(isCalloutUrl, 'has to begin with https:// and have no path, query or password')
        .transform((url) => new URL(url).origin),
    keyFrom: z
        .string()
        .regex(/^[A-Z][A-Z0-9_]*$/, 'has to be the name of an environment variable, such as CONVOX_GATEWAY_KEY')
        .optional()
});

/** The configuration file. Whatever is left out stays as it is in the org. */
export const configSchema = z.strictObject({
    credential: credential.optional(),
    servers: z.array(server).default([]),
    processes: z.array(process).default([]),
    agents: z.array(agent).default([]),
    permissions: z.record(z.string().regex(/^\w+$/, 'is no API name'), z.array(text(80))).default({})
});

export type Config = z.infer<typeof configSchema>;
export type ServerConfig = z.infer<typeof server>;
export type ProcessConfig = z.infer<typeof process>;
export type AgentConfig = z.infer<typeof agent>;
export type DispositionConfig = z.infer<typeof thirdLevel> & {
    readonly children?: readonly DispositionConfig[] | undefined;
};

/** An org calls https only; plain http is for the local org on this machine. */
function isCalloutUrl(text: string): boolean {
    const url = URL.parse(text);
    return (
        url !== null &&
        (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1')) &&
        url.pathname === '/' &&
        url.search === '' &&
        url.username === '' &&
        url.password === ''
    );
}
