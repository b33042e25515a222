import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { z } from 'zod';
import { settingNames } from '../../gateway/env.ts';
import { USAGE } from '../../gateway/usage.ts';
import { childrenOf } from '../../local/metadata/xml.ts';
import { readMetadataFile, requiredTextOf } from '../../local/metadata/readMetadata.ts';
import { readSchema } from '../../local/metadata/objects/readSchema.ts';
import { commonOptions } from '../cli/help.ts';
import { commands } from '../commands.ts';
import { root } from '../root.ts';
import { allChecks } from '../verify/command.ts';
import { anchors, codeSpans, commandLines, localLinks, readGuides, shellWords } from './markdown.ts';
import { partFolders } from '../../local/metadata/packageParts.ts';
import { metadataFiles } from '../../local/metadata/metadataFiles.ts';

const guides = readGuides(root);
const product = partFolders(root);
const everyCommand = guides.flatMap(({ file, text }) =>
    commandLines(text).map((line): [string, string] => [file, line])
);
const everySpan = guides.flatMap(({ file, text }) => codeSpans(text).map((code): [string, string] => [file, code]));

function optionNames(words: readonly string[]): string[] {
    return words
        .filter((word) => word.startsWith('--') && word !== '--')
        .map((word) => word.slice(2).split('=')[0] ?? '');
}

test('the README leads to every guide', () => {
    const readme = guides.find(({ file }) => file === 'README.md')?.text ?? '';
    const linked = localLinks(readme).map((link) => link.split('#')[0]);
    expect(guides.map(({ file }) => file).filter((file) => file !== 'README.md' && !linked.includes(file))).toEqual([]);
});

test.each(guides.map((guide): [string, string] => [guide.file, guide.text]))(
    'every link of %s leads somewhere',
    (file, text) => {
        const broken = localLinks(text).filter((link) => {
            const [path = '', anchor] = link.split('#');
            const target = path === '' ? file : posix.join(posix.dirname(file), path);
            return (
                !existsSync(join(root, target)) ||
                (anchor !== undefined && !anchors(readFileSync(join(root, target), 'utf8')).includes(anchor))
            );
        });
        expect(broken).toEqual([]);
    }
);

test('every command for an org that a guide names exists, with its options', () => {
    const used = everyCommand.filter(([, line]) => /^npm run (?:--silent )?admin\b/.test(line));
    const wrong = used.filter(([, line]) => {
        const words = shellWords(line.replace(/^npm run (?:--silent )?admin(?: --)?/, '')).filter(
            (word) => word !== ''
        );
        if (words.length === 0 || words[0] === '<command>' || words[0] === '--help') {
            return false;
        }
        const command = commands.find(({ name }) => name.split(' ').every((word, index) => words[index] === word));
        const known = command && { ...command.options, ...commonOptions };
        return known === undefined || optionNames(words).some((option) => !(option in known));
    });
    expect(used.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
});

const manifest = z.object({ commands: z.record(z.string(), z.object({ flags: z.record(z.string(), z.unknown()) })) });

test('every Salesforce CLI command that a guide names exists, with its flags', () => {
    const known = new Map(
        globSync('node_modules/@salesforce/*/oclif.manifest.json', { cwd: root }).flatMap((file) =>
            Object.entries(manifest.parse(JSON.parse(readFileSync(join(root, file), 'utf8'))).commands).map(
                ([id, { flags }]): [string, readonly string[]] => [id.replaceAll(':', ' '), Object.keys(flags)]
            )
        )
    );
    const used = everyCommand.filter(([, line]) => line.startsWith('npm run sf -- '));
    const wrong = used.filter(([, line]) => {
        const words = shellWords(line).slice(4);
        const firstOption = words.findIndex((word) => word.startsWith('-'));
        const name = words.slice(0, firstOption < 0 ? undefined : firstOption).join(' ');
        const flags = known.get(name);
        return flags === undefined || optionNames(words).some((option) => !flags.includes(option));
    });
    expect(used.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
});

test('every gateway command that a guide names is in its help', () => {
    const used = everyCommand.filter(([, line]) => line.startsWith('npm run gateway'));
    const wrong = used.filter(([, line]) => {
        const [verb = '', second = ''] = line.replace(/^npm run gateway -- ?/, '').split(' ');
        return verb !== '--help' && !USAGE.includes(verb) && !USAGE.includes(`${verb} ${second}`);
    });
    expect(wrong).toEqual([]);
});

test('every npm script that a guide names exists', () => {
    const { scripts } = z
        .object({ scripts: z.record(z.string(), z.string()) })
        .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    const names = everyCommand.flatMap(([, line]) => /^npm run (?:--silent )?([\w:]+)/.exec(line)?.[1] ?? []);
    expect([...new Set(names)].filter((name) => !(name in scripts))).toEqual([]);
});

test('every setting of the gateway that a guide names is one', () => {
    const named = everySpan.flatMap(([file, code]) =>
        /^(?:GATEWAY|CONVOX|SALESFORCE)_[A-Z_]+$/.test(code) ? [[file, code] as const] : []
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(([, code]) => !settingNames.includes(code))).toEqual([]);
});

/** What an administrator's own object is called in examples. */
const OF_OTHERS = new Set(['Policy__c', 'Phone__c']);

test('every object, field, permission set and group that a guide names is in the package', () => {
    const schema = readSchema(product);
    const names = new Set([...schema.objects.values()].flatMap(({ name, fields }) => [name, ...fields.keys()]));
    const sets = new Set(
        ['customPermission', 'group', 'permissionset', 'permissionsetgroup'].flatMap((kind) =>
            metadataFiles(product, `.${kind}-meta.xml`).map(({ name }) => name)
        )
    );
    const named = everySpan.filter(([, code]) => /^\w+__c$|^ConVox_[A-Z]\w+$/.test(code));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(([, code]) => !names.has(code) && !sets.has(code) && !OF_OTHERS.has(code))).toEqual([]);
});

/** What the package's rules answer to a save. */
const refusals = (): string[] =>
    metadataFiles(product, '.validationRule-meta.xml').map(({ file }) =>
        requiredTextOf(readMetadataFile(file, 'ValidationRule'), 'errorMessage')
    );

test('what an agent sees is quoted as the labels say it', () => {
    const labels = metadataFiles(product, '.labels-meta.xml')
        .flatMap(({ file }) => childrenOf(readMetadataFile(file, 'CustomLabels'), 'labels'))
        .map((label) => requiredTextOf(label, 'value').replaceAll(/\{\d\}/g, '…'));
    // Words of the platform, and of the agent's own browser.
    const others = ["We couldn't access the credential(s)", ...refusals()];
    const quoted = guides.flatMap(({ text }) => [...text.matchAll(/“([^”]+)”/g)].map(([, quote = '']) => quote));
    expect(quoted.length).toBeGreaterThan(10);
    expect(quoted.filter((quote) => ![...labels, ...others].some((label) => label.startsWith(quote)))).toEqual([]);
});

test('every check that a guide names is one of verify', () => {
    const troubleshooting = guides.find(({ file }) => file.endsWith('troubleshooting.md'))?.text ?? '';
    const named = [...troubleshooting.matchAll(/`verify`: ([\w -]+?)[;.|]/g)].flatMap(([, list = '']) =>
        list.split(' and ')
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !allChecks.some((check) => check.id === id))).toEqual([]);
});

test('the installation has ten steps at most, and says what to expect after each', () => {
    const install = guides.find(({ file }) => file.endsWith('install.md'))?.text ?? '';
    const steps = install.split(/^(?=\d+\. )/m).slice(1);
    expect(steps.length).toBeLessThanOrEqual(10);
    expect(steps.filter((step) => !step.includes('_You see_')).map((step) => step.slice(0, 40))).toEqual([]);
});

/** Pages of Setup by what public descriptions of Setup, and tools that open it, call their address. */
const SETUP_PAGES: ReadonlySet<string> = new Set([
    'Flows',
    'LabelWorkbenchSetup',
    'LanguageSettings',
    'ManageExternalClientApplication',
    'ManageUsers',
    'PermSetGroups',
    'PermSets',
    'SecuritySession',
    'SetupOneHome',
    'WorkflowSettings'
]);

test('every page of Setup that a guide or a command names has an address that was looked up', () => {
    const sources = globSync('scripts/admin/**/*.ts', { cwd: root }).map((file) =>
        readFileSync(join(root, file), 'utf8')
    );
    const named = [...guides.map(({ text }) => text), ...sources].flatMap((text) =>
        [...text.matchAll(/\/lightning\/setup\/(\w+)\/home/g)].map(([, page = '']) => page)
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((page) => !SETUP_PAGES.has(page))).toEqual([]);
});

test('the sample configuration that the guides lead to is there', () => {
    expect(existsSync(join(root, dirname('config/x'), 'convox.sample.yaml'))).toBe(true);
});

test('a check of the setup assistant is named in its words', () => {
    const claims = new Set(
        metadataFiles(product, '.labels-meta.xml')
            .flatMap(({ file }) => childrenOf(readMetadataFile(file, 'CustomLabels'), 'labels'))
            .filter((label) => /^ConVox_SetupChecks_\w+_Claim$/.test(requiredTextOf(label, 'fullName')))
            .map((label) => requiredTextOf(label, 'value'))
    );
    const named = guides.flatMap(({ file, text }) =>
        [...text.matchAll(/ConVox Setup: _([^_]+)_/g)].map(([, claim = '']): [string, string] => [file, claim])
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(([, claim]) => !claims.has(claim))).toEqual([]);
});
