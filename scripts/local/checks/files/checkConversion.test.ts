import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkConversion } from './checkConversion.ts';
import type { Conversion } from './convertPackage.ts';
import { convertPackage } from './convertPackage.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

const repository = join(import.meta.dirname, '..', '..', '..', '..');

/** Converts a package that lies on the disk beside this repository's own settings for the CLI. */
async function convert(files: Readonly<Record<string, string>>): Promise<Conversion> {
    const root = mkdtempSync(join(tmpdir(), 'package-'));
    const settings = ['sfdx-project.json', '.forceignore'].map((name): [string, string] => [
        name,
        readFileSync(join(repository, name), 'utf8')
    ]);
    for (const [path, text] of [...Object.entries(files), ...settings]) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    }
    try {
        return await convertPackage(root);
    } finally {
        rmSync(root, { recursive: true });
    }
}

function filesOf(conversion: Conversion): Map<string, string> {
    return new Map('files' in conversion ? conversion.files : []);
}

const sound = projectOf(sampleFiles);
let converted: Map<string, string>;

beforeAll(async () => {
    converted = filesOf(await convert(sampleFiles));
});

test('finds nothing in a sound package', () => {
    expect(checkConversion(sound, { files: converted })).toEqual([]);
});

test('catches what the CLI does not find, what only it finds, and a component without code', async () => {
    const moved = 'force-app/main/calls/layout/Ticket__c-Ticket Layout.layout-meta.xml';
    const files = new Map(Object.entries(sampleFiles));
    files.set('force-app/main/desk/staticresources/Logo.resource-meta.xml', files.get(at.tab) ?? '');
    files.set('force-app/main/desk/staticresources/Logo.txt', 'Logo');
    files.set(moved.replace('Ticket Layout', 'Other'), files.get(at.layout) ?? '');
    files.delete(at.actionScript);
    const findings = checkConversion(sound, await convert(Object.fromEntries(files)));
    expect(findings.map(({ what }) => what)).toEqual(
        expect.arrayContaining([
            'The CLI sends StaticResource:Logo, which is no component of the package',
            'The CLI sends ring without code'
        ])
    );
});

test('says why when the CLI converts nothing', () => {
    expect(checkConversion(sound, { problem: 'No source' })).toMatchObject([
        { what: 'The CLI cannot convert it: No source' }
    ]);
});

test('hears from the CLI when there is nothing to convert', async () => {
    expect(await convert({})).toEqual({ problem: expect.stringContaining('force-app') });
});

test.each([
    [
        'a component left out',
        'package.xml',
        '<members>Send_Ticket</members>',
        '',
        'The CLI does not send Flow:Send_Ticket'
    ],
    [
        'a report folder left out',
        'package.xml',
        '<members>Ticket_Reports/</members>',
        '',
        'The CLI does not send Report:Ticket_Reports/'
    ],
    ['a component too many', 'package.xml', 'Send_Ticket<', 'Sent_Ticket<', 'The CLI sends Flow:Sent_Ticket, which'],
    ['a field left out', 'objects/Ticket__c.object', '<fullName>State__c', '<fullName>Stage__c', 'leaves State__c out'],
    ['a label left out', 'labels/CustomLabels.labels', 'Greeting_Title', 'Phone_Title', 'leaves Greeting_Title out'],
    [
        'a translation left out',
        'objectTranslations/Ticket__c-hi.objectTranslation',
        '<name>Key__c',
        '<name>Kee__c',
        'leaves Key__c out'
    ],
    [
        'a group in two places',
        'objects/Ticket__c.object',
        '<label>Ticket</label>',
        '<fields><fullName>A</fullName></fields><label>Ticket</label>',
        '<fields> comes again'
    ]
])('catches %s', (_fault, path, from, to, what) => {
    const text = converted.get(path) ?? '';
    expect(text).toContain(from);
    const changed = new Map(converted).set(path, text.replace(from, to));
    const findings = checkConversion(sound, { files: changed });
    expect(findings.map((finding) => finding.what).join('\n')).toContain(what);
});

test('catches sources and tests that go up with a component', () => {
    const files = new Map(converted).set('lwc/phone/phone.ts', '').set('lwc/phone/__tests__/phone.js', '');
    expect(checkConversion(sound, { files }).map(({ file }) => file)).toEqual([
        'lwc/phone/phone.ts',
        'lwc/phone/__tests__/phone.js'
    ]);
});

test.each(['reports/Ticket_Reports-meta.xml', 'dashboards/Ticket_Dashboards-meta.xml'])(
    'catches that %s is not sent',
    (path) => {
        const files = new Map(converted);
        expect(files.delete(path)).toBe(true);
        expect(checkConversion(sound, { files })).toMatchObject([{ what: `The CLI sends no ${path}` }]);
    }
);
