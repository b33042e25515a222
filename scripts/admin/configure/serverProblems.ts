import type { Problem } from '../../node/checkedYaml.ts';
import type { Config, ServerConfig } from './configSchema.ts';
import { keyOf } from './desiredRows.ts';
import type { CurrentRow, OrgState } from './orgState.ts';
import { serverNamed } from './serverCodes.ts';
import type { KnownServer } from './serverCodes.ts';

/** What is wrong with the servers of the file, beside those that only the org has. */
export function serverProblems(config: Config, org: OrgState): Problem[] {
    return [
        ...defaultProblems(config, org),
        ...codeProblems(config, org),
        ...sameCodeProblems(config, org),
        ...keptCallsProblems(config, org),
        ...config.servers.flatMap((server, index) => supportsProblems(server, ['servers', index, 'supports'], org))
    ];
}

function othersOf({ servers }: Config, { rows }: OrgState): CurrentRow[] {
    const named = new Set(servers.map(({ name }) => keyOf(name)));
    return rows.ConVox_Server__c.filter(({ key }) => !named.has(key));
}

function defaultProblems(config: Config, org: OrgState): Problem[] {
    const index = config.servers.findIndex((server) => server.default === true);
    const other = othersOf(config, org).find(({ values }) => values['Is_Default__c'] === true);
    return index < 0 || !other
        ? []
        : [
              {
                  path: ['servers', index, 'default'],
                  message: `makes a second default: the org has ${other.title}. Name that one too, with default: false`
              }
          ];
}

/** A server without a code is the gateway's default one, whatever its record says: its commands would go to another's calls. */
function codeProblems(config: Config, org: OrgState): Problem[] {
    return config.servers.flatMap(({ name }, index) => {
        const server = serverNamed(name, config, org.servers);
        return server === undefined || server.isDefault || server.code !== ''
            ? []
            : [
                  {
                      path: ['servers', index],
                      message: 'needs its code in the gateway: commands without one go to the default server'
                  }
              ];
    });
}

/** The org refuses the second of them, too, but only once half of the file is in it, and without a line. */
function sameCodeProblems(config: Config, org: OrgState): Problem[] {
    const inFile = config.servers.map(({ name }) => ({
        name,
        code: serverNamed(name, config, org.servers)?.code ?? ''
    }));
    const inOrg = othersOf(config, org).map(({ title, values }) => ({ name: title, code: values['Code__c'] ?? '' }));
    return inFile.flatMap(({ code, name }, index) => {
        const other = [...inOrg, ...inFile.slice(0, index)].find((one) => one.code === code && one.name !== name);
        return code === '' || other === undefined
            ? []
            : [{ path: ['servers', index, 'code'], message: `is the code of ${other.name} already` }];
    });
}

/** What the org refuses, as calls would be those of another server. */
function keptCallsProblems({ servers }: Config, { servers: known, codesWithCalls }: OrgState): Problem[] {
    const keepsDefault = codesWithCalls.has('') && [...known.values()].some(({ isDefault }) => isDefault);
    return servers.flatMap(({ name, code, default: isDefault }, index) => {
        const inOrg = known.get(keyOf(name)) ?? NEW_SERVER;
        const isKept = inOrg.code !== '' && codesWithCalls.has(inOrg.code);
        const stays = keepsDefault ? DEFAULT_STAYS : '';
        const texts = [
            ['code', isKept && isOther(code, inOrg.code) ? `stays ${inOrg.code}: calls are kept behind it` : ''],
            ['code', inOrg.isDefault && isOther(code, inOrg.code) ? stays : ''],
            ['default', isOther(isDefault, inOrg.isDefault) ? stays : '']
        ] as const;
        return texts.flatMap(([setting, message]) => (message ? [{ path: ['servers', index, setting], message }] : []));
    });
}

const NEW_SERVER: KnownServer = { code: '', isDefault: false };

/** What the file does not name stays. */
const isOther = <Value>(inFile: Value | undefined, inOrg: Value): boolean => inFile !== undefined && inFile !== inOrg;

const DEFAULT_STAYS =
    'stays as it is: there are calls of the default server. On the record of a server it can be changed';

/** The phone shows each together with the other only: what cannot be ended again is offered to nobody. */
const PAIRS = [
    ['Hold', 'Resume'],
    ['Mute', 'Unmute']
] as const;

function supportsProblems(
    { name, dialect, supports = '' }: ServerConfig,
    path: Problem['path'],
    org: OrgState
): Problem[] {
    const found = org.rows.ConVox_Server__c.find(({ key }) => key === keyOf(name));
    const spoken = dialect ?? found?.values['Dialect__c'] ?? 'sheet';
    const named = new Set(supports.split(', '));
    const alone = PAIRS.flatMap((pair) => {
        const there = pair.filter((action) => named.has(action));
        return there.length === 1 ? [{ there, pair }] : [];
    });
    return [
        ...(supports !== '' && spoken === 'sheet'
            ? [
                  {
                      path,
                      message: 'is for the dialects webService and rest: a server of the sheet is asked for none of it'
                  }
              ]
            : []),
        ...alone.map(({ there, pair }) => ({
            path,
            message: `has ${there.join()} alone: the phone offers ${pair.join(' and ')} together only`
        }))
    ];
}
