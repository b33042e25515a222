import { join } from 'node:path';
import type { LabelTexts } from '../../metadata/labels.ts';
import { platformFolder } from './projectPaths.ts';

/** What the `@salesforce/*` modules are made from, read from the package's metadata. */
export interface SalesforceSources {
    readonly labels: ReadonlyMap<string, LabelTexts>;
    /** API names without `__c`. */
    readonly messageChannels: ReadonlySet<string>;
}

/** JavaScript of one module, or why an org would refuse the import. */
export type ModuleAnswer = { readonly code: string } | { readonly problem: string };

const sessionFile = JSON.stringify(join(platformFolder, 'session.ts'));

function constant(value: unknown): ModuleAnswer {
    return { code: `export default ${JSON.stringify(value)};` };
}

/** Evaluated when the page loads: the signed-in user is known by then. */
function fromSession(expression: string): ModuleAnswer {
    return { code: `import { formats, session, textFor } from ${sessionFile};\nexport default ${expression};` };
}

function schema(name: string): ModuleAnswer {
    const [objectApiName, ...path] = name.split('.');
    return constant(path.length > 0 ? { objectApiName, fieldApiName: path.join('.') } : { objectApiName });
}

function label(name: string, { labels }: SalesforceSources): ModuleAnswer {
    const [namespace, key = ''] = name.split('.');
    const texts = namespace === 'c' ? labels.get(key) : undefined;
    return texts
        ? fromSession(`textFor(${JSON.stringify(texts)})`)
        : { problem: `There is no custom label ${name} in force-app/main/*/labels` };
}

/** On which the console itself says something. */
const CHANNELS_OF_THE_CONSOLE = ['lightning__tabFocused'];

function messageChannel(name: string, { messageChannels }: SalesforceSources): ModuleAnswer {
    return messageChannels.has(name.replace(/__c$/, '')) || CHANNELS_OF_THE_CONSOLE.includes(name)
        ? constant({ channelName: name })
        : { problem: `There is no message channel ${name} in force-app/main/*/messageChannels` };
}

const fromUser: Readonly<Record<string, string>> = {
    'user/Id': 'session.user.id',
    'user/isGuest': 'false',
    'i18n/lang': 'session.user.language',
    'i18n/locale': 'session.user.locale',
    'i18n/timeZone': 'session.user.timeZone',
    'i18n/currency': 'session.user.currency'
};

/** Builds the module behind `@salesforce/<path>`; `path` is what follows the scope. */
export function salesforceModule(path: string, sources: SalesforceSources): ModuleAnswer {
    const [scope = '', ...rest] = path.split('/');
    const name = rest.join('/');
    const expression =
        fromUser[path] ?? (path.startsWith('i18n/dateTime.') ? `formats[${JSON.stringify(name)}]` : undefined);
    if (expression) {
        return fromSession(expression);
    }
    switch (scope) {
        case 'schema':
            return schema(name);
        case 'label':
            return label(name, sources);
        case 'messageChannel':
            return messageChannel(name, sources);
        default:
            return { problem: `The local console has no @salesforce/${path}` };
    }
}
