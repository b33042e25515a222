/** Parameters of ConVox that the gateway knows nothing of, and the fields of the call that an administrator made for them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { callStatusTable, knownName, normaliseName } from '#contract';
import { CALL_OBJECT } from '#call-record';

export interface ExtraField {
    /** As ConVox sends it; case, spaces, `_` and `-` make no difference. */
    readonly parameter: string;
    /** API name of the field of the call. */
    readonly field: string;
    /** Code of the server that sends it; left out for the default one. */
    readonly server?: string;
    /** Where the settings say so, for whoever has to correct them. */
    readonly place: string;
}

/** The package's own fields, which only the package fills. */
const PACKAGED = join(import.meta.dirname, '../../../force-app/main/calls/objects', CALL_OBJECT, 'fields');

const LONGEST_NAME = 80;

interface ExtraProblem {
    readonly parameter: string;
    readonly message: string;
}

/** What is wrong with a server's extra fields whatever the org has, by parameter. */
export function problemsOfExtras(fields: Readonly<Record<string, string>>): readonly ExtraProblem[] {
    const pairs = Object.entries(fields);
    const packaged = new Set(pairs.length === 0 ? [] : readdirSync(PACKAGED).map((file) => lower(file.split('.')[0])));
    return pairs.flatMap(([parameter, field], index) => {
        const before = pairs.slice(0, index);
        const message = problemOfName(parameter, before) ?? problemOfField(field, before, packaged.has(lower(field)));
        return message === undefined ? [] : [{ parameter, message }];
    });
}

type Pairs = readonly (readonly [string, string])[];

function problemOfName(parameter: string, before: Pairs): string | undefined {
    const name = normaliseName(parameter);
    const known = knownName(callStatusTable, parameter);
    if (name === '' || parameter.length > LONGEST_NAME) {
        return `has to be a parameter’s name of 1 to ${LONGEST_NAME} characters`;
    }
    if (known !== undefined) {
        return `is understood already, as ${known.rule.name}`;
    }
    return before.some(([other]) => normaliseName(other) === name) ? 'is there twice' : undefined;
}

function problemOfField(field: string, before: Pairs, isPackaged: boolean): string | undefined {
    if (!/^[a-z]\w*__c$/i.test(field)) {
        return 'has to be the API name of a custom field, such as Customer_Tier__c';
    }
    if (isPackaged) {
        return `is filled by the package: make a field of your own in place of ${field}`;
    }
    return before.some(([, other]) => lower(other) === lower(field)) ? `fills ${field} a second time` : undefined;
}

function lower(text = ''): string {
    return text.toLowerCase();
}
