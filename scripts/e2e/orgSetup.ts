import assert from 'node:assert/strict';
import { emptyOrg } from '../sample/org/emptyOrg.ts';
import type { Desk } from './desk.ts';

/** Presses of buttons and links, and fields that are filled. */
export interface Effort {
    presses: number;
    fields: number;
}

/** What the package brings in place of the gateway's address. */
const NOBODYS_ADDRESS = 'https://convox.example.com';

/** What the user of the gateway has, which runs already. */
const GIVEN = 'ConVox_Gateway';

/**
 * What an administrator does in Setup, whose pages the local org does not have. Each step adds what it takes in an org
 * to the effort.
 */
export class OrgSetup {
    readonly desk: Desk;
    readonly effort: Effort;

    constructor(desk: Desk, effort: Effort = { presses: 0, fields: 0 }) {
        this.desk = desk;
        this.effort = effort;
    }

    /** The org as it is once the package is installed: nobody's address, no key, none of the org's own permission sets. */
    async asInstalled(): Promise<void> {
        const { org } = this.desk.stack;
        emptyOrg(org);
        const { admin } = org.users;
        const rows = (object: string) => org.store.find({ object });
        const ids = (object: string, isGone: (row: ReturnType<typeof rows>[number]) => boolean): string[] =>
            rows(object)
                .filter(isGone)
                .map(({ Id }) => String(Id));
        const kept = [...rows('PermissionSet'), ...rows('PermissionSetGroup')]
            .filter(({ Name, DeveloperName }) => String(DeveloperName ?? Name) === GIVEN)
            .map(({ Id }) => Id);
        const isTaken = ({ PermissionSetId, PermissionSetGroupId }: Readonly<Record<string, unknown>>): boolean =>
            !kept.some((id) => id === PermissionSetGroupId || id === PermissionSetId);
        org.store.delete('PermissionSetAssignment', ids('PermissionSetAssignment', isTaken), admin);
        const isOfOrg = ({ Name }: Readonly<Record<string, unknown>>): boolean =>
            String(Name).startsWith('ConVox_Org_');
        org.store.delete('PermissionSet', ids('PermissionSet', isOfOrg), admin);
        await this.putAddress(NOBODYS_ADDRESS);
        await this.putKey('PUT', {});
    }

    /** User name, password, Log In. */
    signIn(): void {
        this.count(1, 2);
    }

    /** The guide names it: /lightning/setup/PermSetGroups/home, /lightning/n/ConVox_Setup, the console. */
    openAddress(): void {
        this.count(0, 1);
    }

    /** The disposition, and Save and end the call. */
    endCall(): void {
        this.count(2, 0);
    }

    /** The credential, Edit, the address, Save. */
    async enterAddress(calloutUrl: string): Promise<void> {
        this.count(3, 1);
        await this.putAddress(calloutUrl);
    }

    /** External Credentials, ConVox, the principal's menu, Edit, Add, name and value of the parameter, Save. */
    async enterKey(key: string): Promise<void> {
        this.count(6, 2);
        await this.putKey('POST', { GatewayKey: { encrypted: true, value: key } });
    }

    /** Changes what was entered: the menu, Edit, the value, Save. */
    async changeKey(key: string): Promise<void> {
        this.count(5, 1);
        await this.putKey('PUT', { GatewayKey: { encrypted: true, value: key } });
    }

    /**
     * New, the name, Save. What the profile gives already, customers and reports, is left out; what uses the credential has its
     * principal (the section, Edit, the principal, Add, Save) and the object behind it (Object Settings, the object, Edit, Read, Save).
     */
    makeSet(name: string, { usesCredential = false } = {}): void {
        this.count(usesCredential ? 12 : 2, 1);
        const { store, users } = this.desk.stack.org;
        const [made] = store.create('PermissionSet', [{ Name: name, Label: name.replaceAll('_', ' ') }], users.admin);
        assert.ok(made?.success, JSON.stringify(made));
    }

    /** The group, Manage Assignments, Add Assignment, the user, Next, Assign. */
    assignGroup(name: string, userId: string): void {
        this.count(6, 0);
        const { store, users } = this.desk.stack.org;
        const [group] = store
            .find({ object: 'PermissionSetGroup' })
            .filter(({ DeveloperName }) => DeveloperName === name);
        const given = { AssigneeId: userId, PermissionSetGroupId: group?.['Id'] ?? null };
        const [made] = store.create('PermissionSetAssignment', [given], users.admin);
        assert.ok(made?.success, JSON.stringify(made));
    }

    private count(presses: number, fields: number): void {
        this.effort.presses += presses;
        this.effort.fields += fields;
    }

    private async putAddress(calloutUrl: string): Promise<void> {
        await this.ask('PUT', 'named-credential-setup/ConVox', {
            masterLabel: 'ConVox',
            type: 'SecuredEndpoint',
            calloutUrl,
            externalCredentials: [{ developerName: 'ConVox' }],
            calloutOptions: {
                allowMergeFieldsInBody: false,
                allowMergeFieldsInHeader: true,
                generateAuthorizationHeader: false
            }
        });
    }

    private async putKey(method: string, credentials: Readonly<Record<string, object>>): Promise<void> {
        await this.ask(method, 'credential', {
            externalCredential: 'ConVox',
            principalName: 'Server',
            principalType: 'NamedPrincipal',
            authenticationProtocol: 'Custom',
            credentials
        });
    }

    private async ask(method: string, path: string, body: object): Promise<void> {
        const { urls, apiClient } = this.desk.stack;
        const signedIn = await fetch(`${urls.org}/services/oauth2/token`, {
            method: 'POST',
            body: new URLSearchParams({
                grant_type: 'client_credentials',
                client_id: apiClient.clientId,
                client_secret: apiClient.clientSecret
            })
        });
        const answer: unknown = await signedIn.json();
        assert.ok(typeof answer === 'object' && answer !== null && 'access_token' in answer);
        const response = await fetch(`${urls.org}/services/data/v66.0/named-credentials/${path}`, {
            method,
            headers: { authorization: `Bearer ${String(answer.access_token)}`, 'content-type': 'application/json' },
            body: JSON.stringify(body)
        });
        assert.ok(response.ok, await response.text());
    }
}
