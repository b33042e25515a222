import type { BundleFiles, TargetConfig } from '../read/bundles.ts';
import { bundlesOf } from '../read/bundles.ts';
import type { Finding } from '../finding.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { modelOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { parseXml, textOf } from '../../metadata/xml.ts';

/** Camel case as the platform wants it: it becomes an element name. */
const BUNDLE_NAME = /^[a-z](?:_?[A-Za-z0-9])*$/;
const ELEMENTS = new Set([
    'apiVersion',
    'capabilities',
    'description',
    'isExposed',
    'masterLabel',
    'targetConfigs',
    'targets'
]);

/** What a component may be able to do, as far as the package uses it. */
const CAPABILITIES = new Set(['lightning__dynamicComponent']);
const PROPERTY_TYPES = new Set(['Boolean', 'Color', 'Date', 'DateTime', 'HorizontalAlignment', 'Integer', 'String']);

/** Targets that the package uses, and whether an admin may set properties there. */
const TARGETS: Readonly<Record<string, { readonly hasProperties: boolean }>> = {
    lightning__AppPage: { hasProperties: true },
    lightning__HomePage: { hasProperties: true },
    lightning__RecordAction: { hasProperties: false },
    lightning__RecordPage: { hasProperties: true },
    lightning__Tab: { hasProperties: false },
    lightning__UrlAddressable: { hasProperties: false },
    lightning__UtilityBar: { hasProperties: true }
};

/**
 * Descriptions of components (js-meta.xml), which no schema covers: names, targets, what may be configured for each,
 * objects that exist, properties that the code has; and nothing in a folder that a source no longer makes.
 */
export function checkDescriptions(project: Project): Finding[] {
    const model = modelOf(project);
    return bundlesOf(project).flatMap((bundle) => [
        ...checkWords(bundle, project),
        ...checkTargets(bundle),
        ...bundle.configs.flatMap((config) => checkConfig(bundle, config, model)),
        ...staleFiles(bundle)
    ]);
}

function checkWords({ name, folder, description, isExposed }: BundleFiles, project: Project): Finding[] {
    const parsed = parseXml(description, project.files.get(description) ?? '');
    if ('problem' in parsed) {
        return [
            { file: `${description}:${parsed.line}`, what: parsed.problem, mend: 'Make the file well-formed XML.' }
        ];
    }
    const { root } = parsed;
    const missing = ['masterLabel', 'description'].filter((element) => isExposed && textOf(root, element) === '');
    const isNamedAsFolder = folder.endsWith(`/lwc/${name}`);
    return [
        ...(BUNDLE_NAME.test(name)
            ? []
            : [{ file: folder, what: `"${name}" is no name of a component`, mend: 'Begin with a small letter.' }]),
        ...(isNamedAsFolder
            ? []
            : [{ file: description, what: `The folder is not lwc/${name}`, mend: 'Name both the same.' }]),
        ...missing.map((element) => ({
            file: description,
            what: `An admin sees the component, and it has no <${element}>`,
            mend: 'Say what it is.'
        })),
        ...root.children
            .filter((child) => !ELEMENTS.has(child.name))
            .map((child) => ({
                file: `${description}:${child.line}`,
                what: `<${child.name}> is no element of a description`,
                mend: 'Remove it.'
            })),
        ...root.children
            .filter((child) => child.name === 'capabilities')
            .flatMap((child) => child.children)
            .filter((child) => child.name !== 'capability' || !CAPABILITIES.has(child.text.trim()))
            .map((child) => ({
                file: `${description}:${child.line}`,
                what: `${child.text.trim()} is no capability that anybody looked up`,
                mend: 'Correct it.'
            }))
    ];
}

function checkTargets({ description: file, isExposed, targets, configs }: BundleFiles): Finding[] {
    const actions = configs.filter(({ targets: own }) => own.includes('lightning__RecordAction'));
    return [
        ...targets
            .filter((target) => !(target in TARGETS))
            .map((target) => ({ file, what: `${target} is no target that anybody looked up`, mend: 'Correct it.' })),
        ...(isExposed === targets.length > 0
            ? []
            : [{ file, what: 'Exposed and targets do not go together', mend: 'Have both, or neither.' }]),
        ...(targets.includes('lightning__RecordAction') && actions.length === 0
            ? [{ file, what: 'An action needs a targetConfig with its actionType', mend: 'Add it.' }]
            : [])
    ];
}

function checkConfig(bundle: BundleFiles, config: TargetConfig, model: PackageModel): Finding[] {
    const { description: file } = bundle;
    const code = bundle.files.get(`${bundle.name}.ts`) ?? bundle.files.get(`${bundle.name}.js`) ?? '';
    const report = (what: string, mend: string): Finding => ({ file, what, mend });
    const isAction = config.targets.includes('lightning__RecordAction');
    return [
        ...config.targets
            .filter((target) => !bundle.targets.includes(target))
            .map((target) => report(`${target} is configured but no target`, 'Add it to <targets>.')),
        ...config.targets
            .filter((target) => config.properties.size > 0 && TARGETS[target]?.hasProperties === false)
            .map((target) => report(`${target} takes no property`, 'Remove the property.')),
        ...(isAction === /^(ScreenAction|Action)$/.test(config.actionType)
            ? []
            : [report(`The actionType is "${config.actionType}"`, 'Write ScreenAction or Action, for actions only.')]),
        ...config.objects
            .filter((object) => !model.has(object))
            .map((object) => report(`There is no object ${object}`, 'Correct <object>.')),
        ...(config.objects.length > 0 && config.targets.some((target) => target !== 'lightning__RecordPage')
            ? [report('Only record pages have objects', 'Give them a targetConfig of their own.')]
            : []),
        ...[...config.properties].flatMap(([name, type]) => [
            ...(PROPERTY_TYPES.has(type) ? [] : [report(`${type} is no type of the property ${name}`, 'Correct it.')]),
            ...(new RegExp(`@api\\s+(?:get\\s+|set\\s+)?${name}\\b`).test(code)
                ? []
                : [report(`The component has no property ${name}`, 'Declare it with @api.')])
        ])
    ];
}

/** Compiled code that no source makes any more would go up to the org all the same. */
function staleFiles({ folder, files }: BundleFiles): Finding[] {
    const hasSources = [...files.keys()].some((name) => name.endsWith('.ts'));
    return [...files.keys()]
        .filter((name) => hasSources && name.endsWith('.js') && !files.has(name.replace(/\.js$/, '.ts')))
        .map((name) => ({ file: `${folder}/${name}`, what: 'No source makes this file any more', mend: 'Delete it.' }));
}
