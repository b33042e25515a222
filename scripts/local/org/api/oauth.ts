import { Hono } from 'hono';
import { ORGANIZATION_ID } from '../organization.ts';
import type { OrgUser } from '../users.ts';
import type { ApiContext } from './context.ts';

interface OAuthError {
    readonly error: string;
    readonly error_description: string;
}

interface Credentials {
    readonly id: string;
    readonly secret: string;
}

/** `oauth2/token` (client credentials), `oauth2/userinfo`, `oauth2/revoke` and the identity URL. */
export function oauthRoutes({ sessions, users, clock }: ApiContext): Hono {
    const app = new Hono();

    app.post('/services/oauth2/token', async (c) => {
        const form = new URLSearchParams(await c.req.text());
        const granted = grant(form, c.req.header('authorization'));
        if ('error' in granted) {
            return c.json(granted, 400);
        }
        const { origin } = new URL(c.req.url);
        return c.json({
            access_token: sessions.open(granted.username),
            scope: 'api',
            instance_url: origin,
            id: identityUrl(origin, granted),
            token_type: 'Bearer',
            issued_at: String(clock().getTime())
        });
    });

    function grant(form: URLSearchParams, authorization: string | undefined): OrgUser | OAuthError {
        const type = form.get('grant_type');
        if (type !== 'client_credentials') {
            return oauthError('unsupported_grant_type', `grant type not supported by the local org: ${type ?? 'none'}`);
        }
        const { id, secret } = basicCredentials(authorization) ?? formCredentials(form);
        const client = sessions.client(id, secret);
        if (!client) {
            return oauthError('invalid_client', 'invalid client credentials');
        }
        return users.find(client.username) ?? oauthError('invalid_grant', 'no active run-as user for this client');
    }

    function userOf(authorization: string | undefined): OrgUser | undefined {
        const token = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
        return users.get(sessions.find(token)?.id ?? '');
    }

    app.on(['GET', 'POST'], '/services/oauth2/userinfo', (c) => {
        const user = userOf(c.req.header('authorization'));
        if (!user) {
            return c.text('Bad_OAuth_Token', 403);
        }
        return c.json({
            sub: identityUrl(new URL(c.req.url).origin, user),
            user_id: user.id,
            organization_id: ORGANIZATION_ID,
            preferred_username: user.username,
            nickname: user.username,
            name: user.name,
            email: user.email,
            zoneinfo: user.timeZone,
            active: true
        });
    });

    app.get('/id/:organization/:user', (c) => {
        const user = userOf(c.req.header('authorization'));
        if (!user || user.id !== c.req.param('user')) {
            return c.text('Bad_OAuth_Token', 403);
        }
        return c.json({
            id: identityUrl(new URL(c.req.url).origin, user),
            user_id: user.id,
            organization_id: ORGANIZATION_ID,
            username: user.username,
            display_name: user.name,
            email: user.email,
            active: true,
            timezone: user.timeZone
        });
    });

    app.post('/services/oauth2/revoke', async (c) => {
        const form = new URLSearchParams(await c.req.text());
        sessions.close(form.get('token') ?? '');
        return c.body(null, 200);
    });

    return app;
}

function identityUrl(origin: string, user: OrgUser): string {
    return `${origin}/id/${ORGANIZATION_ID}/${user.id}`;
}

function oauthError(error: string, description: string): OAuthError {
    return { error, error_description: description };
}

function formCredentials(form: URLSearchParams): Credentials {
    return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
}

function basicCredentials(header: string | undefined): Credentials | undefined {
    const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
    if (encoded === undefined) {
        return undefined;
    }
    const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    return { id, secret: secret.join(':') };
}
