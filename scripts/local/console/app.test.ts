import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrg } from '../org/org.ts';
import type { Org } from '../org/org.ts';
import { seedOrg } from '../../sample/org/seedOrg.ts';
import { createConsole } from './app.ts';
import type { Console } from './app.ts';
import type { Composition } from './composition.ts';
import { renderPage } from './page.ts';
import { partFolders } from '../metadata/packageParts.ts';

const root = join(import.meta.dirname, '..', '..', '..');

let org: Org;
let assets: string;
let app: Console;

beforeAll(async () => {
    assets = mkdtempSync(join(tmpdir(), 'console-assets-'));
    writeFileSync(join(assets, 'main.js'), 'console.log(1);');
    org = await createOrg({
        forceApp: partFolders(root),
        database: ':memory:',
        clock: () => new Date('2026-11-22T06:00:00Z'),
        credentials: {}
    });
    seedOrg(org);
    app = createConsole({ org, assets });
});

afterAll(async () => {
    await org.close();
    rmSync(assets, { recursive: true });
});

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return Promise.resolve(app.fetch(new Request(`http://console.test${path}`, { headers })));
}

function sessionOf(page: string): unknown {
    return JSON.parse(/id="console-session">(.*?)<\/script>/.exec(page)?.[1] ?? '');
}

test.each(['/', '/lightning/r/Contact/003/view', '/lightning/cmp/c__screen?c__a=1'])(
    '%s is the console, under a policy that runs scripts of its own origin only',
    async (path) => {
        const response = await get(path);
        expect(response.status).toBe(200);
        const policy = response.headers.get('content-security-policy') ?? '';
        // Lightning Web Security evaluates the package in its sandbox, as in an org.
        expect(policy).toContain("script-src 'self' 'unsafe-eval';");
        expect(await response.text()).toContain('id="console-composition"');
    }
);

test('audio comes from the page itself, and from what Setup trusts for it', async () => {
    const media = async (): Promise<string | undefined> =>
        /media-src ([^;]*)/.exec((await get('/')).headers.get('content-security-policy') ?? '')?.[1];
    const site = (name: string, values: Record<string, boolean>): unknown =>
        org.store.create(
            'CspTrustedSite',
            [{ DeveloperName: name, EndpointUrl: `https://${name}.example.com`, ...values }],
            org.users.admin
        );
    expect(await media()).toBe("'self'");
    site('voice', { IsActive: true, IsApplicableToMediaSrc: true });
    site('old', { IsActive: false, IsApplicableToMediaSrc: true });
    site('pictures', { IsActive: true, IsApplicableToMediaSrc: false });
    expect(await media()).toBe("'self' https://voice.example.com");
});

test('nothing in the embedded data can end its script element', () => {
    const user = {
        id: '005',
        name: '</script><b>',
        username: 'x',
        language: 'en',
        locale: 'en-IN',
        timeZone: 'UTC',
        currency: 'INR'
    };
    const composition: Composition = {
        app: { name: 'A', label: '<i>&"', color: '#000', navigation: [] },
        apps: [],
        pages: {},
        recordPages: {},
        layouts: {},
        compactLayouts: {},
        listViews: {},
        actions: {},
        relationshipLabels: {},
        tabIcons: {},
        pageTabs: [],
        components: {}
    };
    const page = renderPage({ user, liveReload: false }, composition);
    expect(page).not.toContain('</script><b>');
    expect(page).toContain('<title>&lt;i>&amp;&quot; | Salesforce</title>');
    expect(sessionOf(page)).toMatchObject({ user: { name: '</script><b>' } });
});

test('without a sign-in the first agent is signed in, and a sign-in changes that', async () => {
    expect(sessionOf(await (await get('/')).text())).toMatchObject({
        user: { name: 'Asha Verma', timeZone: 'Asia/Kolkata' }
    });
    const signIn = await get('/login?as=ravi&retURL=/lightning/o/Lead/list');
    expect(signIn.status).toBe(302);
    expect(signIn.headers.get('location')).toBe('/lightning/o/Lead/list');
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(signIn.headers.get('set-cookie')).toContain('HttpOnly');
    expect(sessionOf(await (await get('/', { cookie })).text())).toMatchObject({ user: { name: 'Ravi Kumar' } });
});

test.each([
    ['divya.menon', 'ConVox_Wallboard'],
    ['asha.verma', 'standard-Contact']
])('the app of %s begins with the first tab that a permission set shows, %s', async (user, tab) => {
    const page = await (await get('/console/composition', { cookie: `sid=${user}%40sunrise.example` })).text();
    expect(/"navigation":\[\{"tab":"([^"]+)"/.exec(page)?.[1]).toBe(tab);
});

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example/'])(
    'a sign-in never leads to %s',
    async (url) => {
        const response = await get(`/login?as=asha&retURL=${encodeURIComponent(url)}`);
        expect(response.headers.get('location')).toBe('/');
    }
);

test('an unknown user is refused with the names of those who exist', async () => {
    const response = await get('/login?as=nobody');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('asha.verma@sunrise.example');
});

test("the org's API answers as the signed-in user", async () => {
    const query = '/services/data/v66.0/query?q=SELECT+Id+FROM+Contact';
    const mine = await get(query, { cookie: 'sid=ravi.kumar%40sunrise.example' });
    expect(mine.status).toBe(200);
    const userInfo = await app.fetch(
        new Request('http://console.test/services/data/v66.0/ui-api/records', {
            method: 'POST',
            headers: { 'content-type': 'application/json', cookie: 'sid=ravi.kumar%40sunrise.example' },
            body: JSON.stringify({ apiName: 'Contact', fields: { LastName: 'Bose' } })
        })
    );
    expect(await userInfo.json()).toMatchObject({
        fields: { CreatedById: { value: org.users.find('ravi.kumar')?.id } }
    });
});

test("a browser's cookie does not reach the org", async () => {
    const seen: Request[] = [];
    const watched = createConsole({
        assets,
        org: {
            ...org,
            fetch: (request) => {
                seen.push(request);
                return Promise.resolve(new Response('{}'));
            }
        }
    });
    await watched.fetch(new Request('http://console.test/services/data', { headers: { cookie: 'sid=asha' } }));
    expect(seen[0]?.headers.get('cookie')).toBeNull();
    expect(seen[0]?.headers.get('authorization')).toMatch(/^Bearer /);
});

test('files are kept by the browser for as long as they are the same', async () => {
    const first = await get('/assets/main.js');
    expect(first.headers.get('content-type')).toContain('text/javascript');
    const again = await get('/assets/main.js', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
});

test.each(['/assets/../package.json', '/assets/%2e%2e/package.json', '/assets/gone.js', '/nothing'])(
    '%s is not there',
    async (path) => {
        expect((await get(path)).status).toBe(404);
    }
);

test('open pages hear that they should load themselves again', async () => {
    const response = await get('/console/reload');
    const heard = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = heard?.read();
    await new Promise((resolve) => setImmediate(resolve));
    app.reload();
    expect((await first)?.value).toContain('event: reload');
    await heard?.cancel();
});
