import { Hono } from 'hono';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { WebApp } from '../../node/listen.ts';
import { createAssets } from './assets.ts';
import { forceAppFolder, productFolders } from './build/projectPaths.ts';
import type { Composition } from './composition.ts';
import { createLiveReload } from './liveReload.ts';
import { readComposition } from './metadata/composition.ts';
import { contentSecurityPolicy, renderPage } from './page.ts';
import { createSignIn } from './signIn.ts';
import type { ConsoleOrg } from './signIn.ts';

export interface ConsoleOptions {
    readonly org: ConsoleOrg;
    /** Folder that buildConsole filled. */
    readonly assets: string;
    /** Who is signed in at a browser that nobody signed in at: the first user who is not the administrator. */
    readonly defaultUsername?: string;
    /** Reads the metadata anew for every page, and lets pages reload themselves after a build. */
    readonly liveReload?: boolean;
}

export interface Console extends WebApp {
    /** Tells every open page to load itself again. */
    reload(): void;
}

const USER_COOKIE = 'sid';

/** Only addresses of this site: a sign-in link must not lead elsewhere. */
function safePath(path: string | undefined): string {
    return path?.startsWith('/') && !path.startsWith('//') && !path.startsWith('/\\') ? path : '/';
}

/** From where Setup lets Lightning pages play audio and video. */
function trustedMedia({ store }: ConsoleOrg): string[] {
    return store
        .find({ object: 'CspTrustedSite' })
        .filter((site) => site['IsActive'] === true && site['IsApplicableToMediaSrc'] === true)
        .map((site) => String(site['EndpointUrl']));
}

/**
 * Serves an agent's Lightning console over the local org: the page at every address of Lightning Experience, its
 * files, and the org's API with the signed-in user's session.
 */
export function createConsole(options: ConsoleOptions): Console {
    const { org, liveReload = false } = options;
    const signIn = createSignIn(org, options.defaultUsername);
    const assets = createAssets(options.assets);
    const reloads = createLiveReload();
    const compositions = new Map<string, Composition>();
    const compose = (userId: string): Composition => {
        const language = org.users.languageOf(userId);
        const known = liveReload ? undefined : compositions.get(language);
        const composition = known ?? readComposition(forceAppFolder, language, productFolders);
        compositions.set(language, composition);
        const navigation = composition.app.navigation.filter(({ tab }) => org.seesTab(userId, tab));
        return { ...composition, app: { ...composition.app, navigation } };
    };

    const page = (context: Context): Response => {
        const user = signIn.userOf(getCookie(context, USER_COOKIE));
        if (!user) {
            return context.text('The local org has no users: start it with its seed.', 503);
        }
        setCookie(context, USER_COOKIE, user.username, { httpOnly: true, sameSite: 'Lax', path: '/' });
        context.header('content-security-policy', contentSecurityPolicy(trustedMedia(org)));
        context.header('cache-control', 'no-store');
        context.header('x-content-type-options', 'nosniff');
        context.header('referrer-policy', 'same-origin');
        const composition = compose(user.id);
        return context.html(renderPage({ user: signIn.describe(user), liveReload }, composition));
    };

    const app = new Hono();
    app.get('/', page);
    app.get('/lightning/*', page);
    app.all('/apex/*', async (context) => {
        const user = signIn.userOf(getCookie(context, USER_COOKIE));
        return user ? await org.openPage(context.req.raw, user.id) : context.text('The local org has no users.', 503);
    });
    app.get('/login', (context) => {
        const wanted = context.req.query('as');
        const user = wanted === undefined ? signIn.userOf(undefined) : signIn.find(wanted);
        if (!user) {
            const known = org.users.list().map(({ username }) => username);
            return context.text(`There is no user ${wanted ?? ''}. Sign in as one of: ${known.join(', ')}.`, 404);
        }
        setCookie(context, USER_COOKIE, user.username, { httpOnly: true, sameSite: 'Lax', path: '/' });
        return context.redirect(safePath(context.req.query('retURL')));
    });
    app.all('/services/*', (context) => {
        const user = signIn.userOf(getCookie(context, USER_COOKIE));
        const request = new Request(context.req.raw);
        request.headers.delete('cookie');
        if (user) {
            request.headers.set('authorization', `Bearer ${signIn.tokenOf(user)}`);
        }
        return org.fetch(request);
    });
    app.get('/assets/*', (context) =>
        assets(context.req.path.slice('/assets/'.length), context.req.header('if-none-match'))
    );
    app.get('/console/composition', (context) => {
        const user = signIn.userOf(getCookie(context, USER_COOKIE));
        return context.json(compose(user?.id ?? ''));
    });
    app.get('/console/reload', (context) => reloads.stream(context));
    app.notFound((context) => context.text('The local console has no such page.', 404));
    return { fetch: (request) => app.fetch(request), reload: () => reloads.reload() };
}
