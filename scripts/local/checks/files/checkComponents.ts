import * as platformCompiler from '@lwc/sfdc-lwc-compiler';
import { array, nullish, number, object, parse, string } from 'zod/mini';
import { brokenRules } from '../../../build/bundleRules.ts';
import { API_VERSION } from '../read/apiVersion.ts';
import type { BundleFiles } from '../read/bundles.ts';
import { bundlesOf } from '../read/bundles.ts';
import type { Finding } from '../finding.ts';
import { labelsOf } from '../read/labels.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { fieldAt, modelOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';

// Node hands this CommonJS package over as a default export, Jest as the namespace.
const { compile } = platformCompiler.default ?? platformCompiler;

/** What the compiler says about code it does not like. */
const Diagnostics = array(
    object({ message: string(), filename: nullish(string()), location: nullish(object({ line: number() })) })
);

/** Documented modules of the platform that the package uses. A new one is looked up first, then listed. */
const PLATFORM_MODULES = new Set([
    'lwc',
    'lightning/actions',
    'lightning/flow',
    'lightning/graphql',
    'lightning/messageService',
    'lightning/navigation',
    'lightning/pageReferenceUtils',
    'lightning/platformShowToastEvent',
    'lightning/platformUtilityBarApi',
    'lightning/platformWorkspaceApi',
    'lightning/toast',
    'lightning/uiListsApi',
    'lightning/uiObjectInfoApi',
    'lightning/uiRecordApi'
]);

/** Parts of `lightning-` that the open base components lack and every org has. */
const PLATFORM_COMPONENTS = new Set([
    'lightning-flow',
    'lightning-quick-action-panel',
    'lightning-record-form',
    'lightning-record-picker'
]);

/** On which the console itself says something. */
const PLATFORM_CHANNELS = new Set(['lightning__tabFocused']);

const OF_THE_PLATFORM = new Set(['user', 'i18n', 'client']);

/**
 * Compiles every Lightning web component as the platform does and follows each reference it makes: modules, components,
 * labels, fields, message channels. Fields and objects that code names in plain text must exist too.
 * @param baseComponents element names of the base components: `lightning-card`
 */
export async function checkComponents(project: Project, baseComponents: ReadonlySet<string>): Promise<Finding[]> {
    const bundles = bundlesOf(project);
    const known = {
        bundles: new Map(bundles.map((bundle) => [bundle.name, bundle])),
        labels: new Set(labelsOf(project).map(({ name }) => name)),
        channels: new Set(componentsOf(project, 'LightningMessageChannel').map(({ name }) => `${name}__c`)),
        model: modelOf(project),
        baseComponents
    };
    const findings: Finding[] = [];
    for (const bundle of bundles) {
        findings.push(...(await checkBundle(bundle, known)));
    }
    return findings;
}

interface Known {
    readonly bundles: ReadonlyMap<string, BundleFiles>;
    readonly labels: ReadonlySet<string>;
    readonly channels: ReadonlySet<string>;
    readonly model: PackageModel;
    readonly baseComponents: ReadonlySet<string>;
}

async function checkBundle(bundle: BundleFiles, known: Known): Promise<Finding[]> {
    const entry = `${bundle.folder}/${bundle.name}.js`;
    if (!bundle.files.has(`${bundle.name}.js`)) {
        return bundle.files.has(`${bundle.name}.ts`)
            ? [{ file: entry, what: 'The component is not compiled', mend: 'Run `npm run build` first.' }]
            : [{ file: bundle.folder, what: 'The folder has no code', mend: `Add ${bundle.name}.ts.` }];
    }
    const sources = [...bundle.files].filter(([name]) => /\.(js|html|css)$/.test(name));
    const output = await compile({
        bundle: {
            namespace: 'c',
            name: bundle.name,
            type: 'platform',
            files: Object.fromEntries(sources),
            options: {
                apiVersion: API_VERSION,
                ...(isDynamic(bundle) && { allowDynamicComponents: true, dynamicImport: 'stringLiteralOnly' })
            }
        }
    });
    const references = output.metadata?.references ?? [];
    return [
        ...checkDescription(bundle),
        ...parse(Diagnostics, output.diagnostics).map(({ filename, location, message }) => ({
            file: `${bundle.folder}/${filename ?? ''}:${location?.line ?? 1}`,
            what: message,
            mend: 'Correct the component; an org would not compile it.'
        })),
        ...sources
            .filter(([name]) => name.endsWith('.js'))
            .flatMap(([name, code]) => [
                ...checkCode(bundle, name, code),
                ...checkNames(bundle, name, code, known),
                ...checkLateImports(bundle, name, code, known)
            ]),
        ...sources
            .filter(([name]) => name.endsWith('.html'))
            .flatMap(([name, markup]) => checkZones(bundle, name, markup)),
        ...references
            .filter(({ type, id }) => !isKnown(type, id, known))
            .map(({ type, id, file, locations }) => ({
                file: `${bundle.folder}/${file}:${locations[0]?.startLine ?? 1}`,
                what: `The ${type} ${id} does not exist`,
                mend: 'Correct the reference. A platform module that is new here is listed in checkComponents.ts.'
            }))
    ];
}

/** The base component shows the computer's time where it is told no zone; the platform's own pages show the user's. */
function checkZones(bundle: BundleFiles, name: string, markup: string): Finding[] {
    return [...markup.matchAll(/<lightning-formatted-date-time\b[^>]*>/g)]
        .filter(([tag]) => !/\stime-zone=/.test(tag))
        .map(({ index }) => ({
            file: `${bundle.folder}/${name}:${markup.slice(0, index).split('\n').length}`,
            what: 'The time is that of the computer, not of the user',
            mend: 'Give it the time-zone of @salesforce/i18n/timeZone.'
        }));
}

function checkDescription(bundle: BundleFiles): Finding[] {
    const file = `${bundle.folder}/${bundle.name}.js-meta.xml`;
    return bundle.files.get(`${bundle.name}.js-meta.xml`)?.includes(`<apiVersion>${API_VERSION}.0</apiVersion>`)
        ? []
        : [{ file, what: `The API version is not ${API_VERSION}.0`, mend: 'Write the version the project uses.' }];
}

function checkCode(bundle: BundleFiles, name: string, code: string): Finding[] {
    const file = `${bundle.folder}/${name}`;
    const isEntry = name === `${bundle.name}.js`;
    const described = {
        name: bundle.name,
        folder: bundle.folder,
        source: file.replace(/\.js$/, '.ts'),
        output: file,
        hasTemplate: isEntry && bundle.files.has(`${bundle.name}.html`)
    };
    return brokenRules(described, code).map((what) => ({
        file,
        what: `The file ${what}`,
        mend: 'Correct its source.'
    }));
}

/** Whether its description says that it takes part in loading components at run time, without which an org does not compile it. */
function isDynamic(bundle: BundleFiles): boolean {
    const description = bundle.files.get(`${bundle.name}.js-meta.xml`);
    return description?.includes('<capability>lightning__dynamicComponent</capability>') ?? false;
}

/**
 * What is imported at run time must be a component, as only that is documented. Whether the capability belongs to the one that
 * imports or to the one that is imported can be read either way, so both have it. An org without Lightning Web Security
 * takes the words in a comment for an import and loads nothing of the component.
 */
function checkLateImports(bundle: BundleFiles, name: string, code: string, { bundles }: Known): Finding[] {
    return [...code.matchAll(/\bimport\s*\((?:(['"])c\/(\w+)\1\))?/g)].flatMap(({ 2: late = '', index }) => {
        const imported = bundles.get(late);
        const line = code.slice(0, index).split('\n');
        const isComment = /^\s*(?:\/\/|\/?\*)/.test(line.at(-1) ?? '');
        const found = { file: `${bundle.folder}/${name}:${line.length}` };
        if (isComment || !imported?.files.has(`${late}.html`)) {
            return [
                {
                    ...found,
                    what: 'What is imported at run time is no component of the package by its literal name',
                    mend: "Write import('c/…') with the name of a component that has a template, and no such words in a comment."
                }
            ];
        }
        return isDynamic(imported)
            ? []
            : [
                  {
                      ...found,
                      what: `${late} is imported at run time and lacks the capability lightning__dynamicComponent`,
                      mend: `Give it to ${late}.js-meta.xml.`
                  }
              ];
    });
}

function checkNames(bundle: BundleFiles, name: string, code: string, { model, channels }: Known): Finding[] {
    const facts = [...model.values()];
    const exists = (written: string): boolean =>
        model.has(written) || channels.has(written) || facts.some(({ fields }) => fields.has(written));
    const written = new Set(code.match(/\b[A-Za-z]\w*__[cr]\b/g));
    return [...written]
        .filter((path) => !exists(path.replace(/__r$/, '__c')))
        .map((path) => ({
            file: `${bundle.folder}/${name}`,
            what: `No object of the package and no field is called ${path}`,
            mend: 'Correct the name in its source.'
        }));
}

function isKnown(type: string, id: string, known: Known): boolean {
    switch (type) {
        case 'module':
            return PLATFORM_MODULES.has(id) || known.bundles.has(id.replace(/^c\//, ''));
        case 'component':
            return isKnownElement(id, known);
        case 'label':
            return known.labels.has(id.replace(/^c\./, ''));
        case 'messageChannel':
            return known.channels.has(id) || PLATFORM_CHANNELS.has(id);
        case 'schema':
            return isKnownSchema(id, known.model);
        default:
            return OF_THE_PLATFORM.has(type);
    }
}

function isKnownElement(element: string, known: Known): boolean {
    const camelCase = element.replace(/^c-/, '').replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    return element.startsWith('c-')
        ? known.bundles.has(camelCase)
        : known.baseComponents.has(element) || PLATFORM_COMPONENTS.has(element);
}

function isKnownSchema(id: string, model: PackageModel): boolean {
    const [object = '', ...path] = id.split('.');
    return path.length === 0 ? model.has(object) : fieldAt(model, object, path.join('.')) !== undefined;
}
