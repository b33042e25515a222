import { join } from 'node:path';
import { z } from 'zod';
import { partFolders } from '../../local/metadata/packageParts.ts';
import type { NullAssignment } from '../../local/org/flows/interview.ts';
import { nullAssignments } from '../../local/org/flows/interview.ts';
import type { MetadataFolders } from '../../local/metadata/metadataFiles.ts';

const repository = join(import.meta.dirname, '..', '..', '..');

const environment = z.object({
    ORG_PORT: z.coerce.number().int().min(0).max(65_535).default(4310),
    ORG_DATABASE: z
        .string()
        .min(1)
        .default(join(repository, '.local', 'org.sqlite')),
    ORG_FORCE_APP: z.string().min(1).optional(),
    /** Address that callouts through the Named Credential `ConVox` go to. */
    ORG_CONVOX_URL: z.url().default('http://127.0.0.1:4320'),
    ORG_CONVOX_KEY: z.string().default(''),
    /** Client of the client-credentials grant; without a secret nobody can sign in with it. */
    ORG_CLIENT_ID: z.string().default('local'),
    ORG_CLIENT_SECRET: z.string().default(''),
    ORG_CLIENT_USERNAME: z.string().default('integration'),
    /** What a null does that a flow gives to a field before the save. */
    ORG_NULL_ASSIGNMENT: z.enum(nullAssignments).default('clears')
});

export interface OrgEnvironment {
    readonly port: number;
    readonly database: string;
    /** One folder that was named, or all parts of this repository's product. */
    readonly forceApp: MetadataFolders;
    readonly convoxUrl: string;
    readonly convoxKey: string;
    readonly nullAssignment: NullAssignment;
    readonly client:
        { readonly clientId: string; readonly clientSecret: string; readonly username: string } | undefined;
}

/** @throws Error that names each variable that cannot be used, and why */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): OrgEnvironment {
    const parsed = environment.safeParse(variables);
    if (!parsed.success) {
        throw new Error(`The local org cannot start with this environment:\n${z.prettifyError(parsed.error)}`);
    }
    const { data } = parsed;
    return {
        port: data.ORG_PORT,
        database: data.ORG_DATABASE,
        forceApp: data.ORG_FORCE_APP ?? partFolders(repository),
        convoxUrl: data.ORG_CONVOX_URL,
        convoxKey: data.ORG_CONVOX_KEY,
        nullAssignment: data.ORG_NULL_ASSIGNMENT,
        client:
            data.ORG_CLIENT_SECRET === ''
                ? undefined
                : {
                      clientId: data.ORG_CLIENT_ID,
                      clientSecret: data.ORG_CLIENT_SECRET,
                      username: data.ORG_CLIENT_USERNAME
                  }
    };
}
