import { join } from 'node:path';

/** One of the folders that the product's metadata lies in, because a package cannot carry all of it. */
export interface PackagePart {
    readonly name: 'package' | 'org' | 'hindi' | 'persons' | 'cases';
    /** From the repository's root. */
    readonly folder: string;
    readonly what: string;
    /** Only some orgs take it: it goes where it is asked for by name. */
    readonly isByName?: true;
}

/** In the order in which an org takes them. */
export const packageParts: readonly PackagePart[] = [
    { name: 'package', folder: 'force-app', what: 'what an unlocked package carries' },
    { name: 'org', folder: 'config/org', what: 'rights and sharing rules, which a package leaves behind' },
    { name: 'hindi', folder: 'config/hindi', what: 'the Hindi texts, for orgs that have platform-only languages' },
    {
        name: 'persons',
        folder: 'config/persons',
        what: 'phone keys of person accounts, for orgs that have them',
        isByName: true
    },
    {
        name: 'cases',
        folder: 'config/cases',
        what: 'cases as callers, for orgs whose cases have a phone of their own',
        isByName: true
    }
];

/** Parts that go to an org unless something else is asked for. */
export const usualParts = packageParts.filter(({ isByName }) => isByName !== true);

/** The usual parts, and some that go only where they are asked for. */
export function usualPartsAnd(...names: readonly PackagePart['name'][]): PackagePart[] {
    return packageParts.filter((part) => usualParts.includes(part) || names.includes(part.name));
}

/** Folders of the usual parts: the product as an org has it after every step of the installation. */
export function partFolders(root: string, parts: readonly PackagePart[] = usualParts): string[] {
    return parts.map(({ folder }) => join(root, folder));
}

/** The part that a file belongs to. @param file path from the repository's root, with forward slashes */
export function partOf(file: string): PackagePart | undefined {
    return packageParts.find(({ folder }) => file.startsWith(`${folder}/`));
}

const PEOPLE = 'ConVox_Org_Rights';
const AGENTS = 'ConVox_Org_Agent_Rights';
const MANAGERS = 'ConVox_Org_Manager_Rights';

const ORG_RIGHTS: Readonly<Record<string, readonly string[]>> = {
    ConVox_Agents: [PEOPLE, AGENTS],
    ConVox_Agent: [PEOPLE, AGENTS],
    ConVox_Supervisors: [PEOPLE, AGENTS, MANAGERS],
    ConVox_Administrators: [PEOPLE, AGENTS],
    ConVox_Admin: [PEOPLE, AGENTS],
    ConVox_Managers: [PEOPLE, MANAGERS],
    ConVox_Manager: [PEOPLE, MANAGERS]
};

/**
 * Permission sets of the org's part that whoever is given one of the package's groups or sets needs besides. A group of
 * the package cannot hold them.
 * @param grant API name of a permission set or permission set group
 */
export function orgRightsOf(grant: string): readonly string[] {
    return ORG_RIGHTS[grant] ?? [];
}
