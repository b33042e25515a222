import type { NamedCredential } from '../../metadata/callouts/credentials.ts';
import { MERGE } from '../../metadata/callouts/credentials.ts';
import { evaluateFormula, FormulaError } from '../../metadata/formula/formula.ts';
import { CalloutFault } from './externalServices.ts';

/** What an admin enters after the installation, for one Named Credential. */
export interface CredentialEntry {
    /** Replaces the packaged address. Unlike that one it may be `http://`, so that all of this runs on one machine. */
    readonly url: string;
    /** The principal's authentication parameters, by name. */
    readonly parameters: Readonly<Record<string, string>>;
}

function parameterOf(credential: NamedCredential, entry: CredentialEntry, reference: string): string {
    const [root, external, parameter = '', ...rest] = reference.split('.');
    if (root !== '$Credential' || external !== credential.externalCredential || rest.length > 0) {
        throw new FormulaError(
            `${reference} is not a parameter of external credential ${credential.externalCredential}`
        );
    }
    const value = entry.parameters[parameter];
    if (value === undefined || value === '') {
        throw new FormulaError(
            `authentication parameter "${parameter}" of external credential "${external}" has no value; ` +
                'an admin enters it at the principal in Setup, Named Credentials, External Credentials'
        );
    }
    return value;
}

/** The headers that the credential adds to every request. Throws `CalloutFault` that tells the admin what is missing. */
export function credentialHeaders(credential: NamedCredential, entry: CredentialEntry): Headers {
    const headers = new Headers();
    const context = {
        now: () => new Date(0),
        resolve: (reference: string) => ({
            dataType: 'text' as const,
            value: parameterOf(credential, entry, reference)
        })
    };
    for (const { name, template } of credential.headers) {
        try {
            headers.set(
                name,
                template.replace(MERGE, (_match, formula: string) => String(evaluateFormula(formula, context) ?? ''))
            );
        } catch (error) {
            const reason = error instanceof FormulaError ? error.message : `its value is not allowed in a header`;
            throw new CalloutFault(`We couldn't access the credential(s). Header ${name}: ${reason}.`);
        }
    }
    return headers;
}
