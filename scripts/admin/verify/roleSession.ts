import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { queryCount, soqlText } from '../org/rows.ts';
import type { Finding, Role, RoleSession, SessionUser } from './check.ts';
import { CONFIGURE, no } from './check.ts';
import { usersBySet } from './peopleChecks.ts';

const GATEWAY_SET = 'ConVox_Gateway';

const userInfo = z.object({ user_id: z.string(), preferred_username: z.string() });

export function createRoleSession(role: Role, connection: Connection, administrator: Connection): RoleSession {
    const user = once(() => userOf(connection));
    return {
        connection,
        user,
        whyNotInRole: once(async () => whyNotInRole(administrator, await user(), role))
    };
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
    let asked: Promise<Value> | undefined;
    return () => (asked ??= ask());
}

async function userOf(session: Connection): Promise<SessionUser> {
    const { user_id: id, preferred_username: name } = userInfo.parse(
        await session.request<unknown>('/services/oauth2/userinfo')
    );
    return { id, name };
}

async function whyNotInRole(connection: Connection, user: SessionUser, role: Role): Promise<Finding | undefined> {
    if (await isAdministrator(connection, user)) {
        return no(
            `${user.name} is an administrator, who may do everything`,
            role === 'agent'
                ? 'Sign in as an agent: npm run sf -- org login web --alias agent, and --as-agent agent.'
                : 'Let the external client app run as the gateway’s own user: docs/install.md.'
        );
    }
    if (role === 'agent') {
        return (await isActiveAgent(connection, user)) ? undefined : no(`${user.name} is no active agent`, CONFIGURE);
    }
    const holders = (await usersBySet(connection, [GATEWAY_SET])).get(GATEWAY_SET);
    return holders?.has(user.id) === true
        ? undefined
        : no(
              `${user.name} does not have ${GATEWAY_SET}`,
              `Give the gateway's user ConVox_Gateway and ConVox_Gateway_Users: ${CONFIGURE}`
          );
}

/** A profile's permissions count too: the org keeps them in a permission set that the profile owns. */
async function isAdministrator(connection: Connection, { id }: SessionUser): Promise<boolean> {
    return (
        id === (await userOf(connection)).id ||
        (await queryCount(
            connection,
            `SELECT COUNT() FROM PermissionSetAssignment WHERE AssigneeId = ${soqlText(id)} AND PermissionSet.PermissionsModifyAllData = true`
        )) > 0
    );
}

async function isActiveAgent(connection: Connection, { id }: SessionUser): Promise<boolean> {
    return (
        (await queryCount(
            connection,
            `SELECT COUNT() FROM ConVox_Agent__c WHERE User__c = ${soqlText(id)} AND Is_Active__c = true`
        )) > 0
    );
}
