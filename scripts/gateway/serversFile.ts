import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { serverCode } from '#contract';
import { readYaml } from '../node/checkedYaml.ts';
import type { Path, Problem } from '../node/checkedYaml.ts';
import { problemsOfExtras } from './extraFields/extraField.ts';
import { DEFAULT_SERVER } from './serverActivity.ts';
import type { ServerSettings } from './serverSettings.ts';
import {
    accessKey,
    addressOrNetwork,
    convoxOrigin,
    dialect,
    problemOfKey,
    recordings,
    scripts,
    secrets,
    timeZone,
    USUAL_SCRIPTS
} from './settingValues.ts';
import { errorText } from './systemError.ts';

/** A list in the file; in an environment variable it would have commas. */
const listOf = <Values extends z.ZodType<string[], string>>(values: Values) =>
    z
        .array(z.string())
        .nonempty('is empty')
        .transform((entries) => entries.join(','))
        .pipe(values);

const server = z.strictObject({
    code: z
        .string()
        .regex(serverCode, 'has to be 1 to 12 small letters and digits, a letter first')
        .refine((code) => code !== DEFAULT_SERVER, 'has to be another: addresses call the default server so'),
    default: z.boolean().default(false),
    timeZone,
    origin: convoxOrigin.optional(),
    dialect,
    accessKey: accessKey.optional(),
    keys: listOf(secrets('values of X-ConVox-Gateway-Key')).optional(),
    scripts: listOf(scripts).optional(),
    commandSources: z.array(addressOrNetwork).default([]),
    secrets: listOf(secrets('secrets that this ConVox sends')).optional(),
    recordings: recordings.optional(),
    extraFields: z.record(z.string(), z.string()).default({})
});

const file = z.strictObject({ servers: z.array(server).nonempty('is empty') });

type ServerEntry = z.infer<typeof server>;

/** What servers are held against each other by, of each as far as it can be read. */
const roughly = z.object({
    code: z.string().optional().catch(undefined),
    default: z.boolean().catch(false),
    origin: z.unknown().optional(),
    keys: z.unknown().optional(),
    dialect: dialect.optional().catch(undefined),
    accessKey: z.unknown().optional(),
    extraFields: z.record(z.string(), z.string()).catch({})
});
const roughFile = z.object({ servers: z.array(roughly.catch(roughly.parse({}))) });

type RoughEntry = z.infer<typeof roughly>;

/**
 * The ConVox servers that a YAML file describes, one of which is the default.
 * @throws Error with line and path of everything that is wrong, without any value
 */
export function readServersFile(path: string): readonly ServerSettings[] {
    let text: string;
    try {
        text = readFileSync(path, 'utf8');
    } catch (error) {
        throw new Error(`GATEWAY_SERVERS_FILE cannot be read: ${errorText(error)}`, { cause: error });
    }
    return parseServers(text);
}

export function parseServers(text: string): readonly ServerSettings[] {
    const read = readYaml(text, file, (content) => {
        const rough = roughFile.safeParse(content);
        return rough.success ? problemsOf(rough.data.servers) : [];
    });
    if (!read.ok) {
        throw new Error(
            `The servers of GATEWAY_SERVERS_FILE are wrong:\n${read.mistakes.map((one) => `  ${one}`).join('\n')}`
        );
    }
    const placeOf = (path: Path): string => read.describe({ path, message: '' }).trim();
    return read.value.servers.map((entry, index) =>
        settingsOf(entry, (parameter) => placeOf(['servers', index, 'extraFields', parameter]))
    );
}

function problemsOf(servers: readonly RoughEntry[]): Problem[] {
    const count = servers.filter((entry) => entry.default).length;
    const ofAll = count === 1 ? [] : [{ path: ['servers'], message: 'needs exactly one with default: true' }];
    return [...ofAll, ...servers.flatMap((entry, index) => problemsOfServer(entry, index, servers))];
}

function problemsOfServer(entry: RoughEntry, index: number, servers: readonly RoughEntry[]): Problem[] {
    const key = entry.dialect && problemOfKey(entry.dialect, entry.accessKey);
    const isTwice = entry.code !== undefined && servers.findIndex(({ code }) => code === entry.code) < index;
    return [
        ...(isTwice ? [{ path: ['servers', index, 'code'], message: 'is another server’s already' }] : []),
        ...(key === undefined ? [] : [{ path: ['servers', index, 'accessKey'], message: key }]),
        ...((entry.origin === undefined) === (entry.keys === undefined)
            ? []
            : [{ path: ['servers', index, 'origin'], message: 'has to be there together with keys, or neither' }]),
        ...problemsOfExtras(entry.extraFields).map(({ parameter, message }) => ({
            path: ['servers', index, 'extraFields', parameter],
            message
        }))
    ];
}

function settingsOf(entry: ServerEntry, placeOf: (parameter: string) => string): ServerSettings {
    const { code, origin: address, keys, accessKey: key } = entry;
    const extraFields = Object.entries(entry.extraFields).map(([parameter, field]) => ({
        parameter,
        field,
        place: placeOf(parameter),
        ...(!entry.default && { server: code })
    }));
    return {
        code,
        isDefault: entry.default,
        timeZone: entry.timeZone,
        ...(extraFields.length > 0 && { extraFields }),
        ...(entry.secrets && { secrets: entry.secrets }),
        ...(entry.recordings !== undefined && { recordings: entry.recordings }),
        ...(address !== undefined &&
            keys !== undefined && {
                callControl: {
                    origin: address,
                    keys,
                    dialect: entry.dialect,
                    ...(key !== undefined && { accessKey: key }),
                    scripts: entry.scripts ?? scripts.parse(USUAL_SCRIPTS),
                    allowed: entry.commandSources
                }
            })
    };
}
