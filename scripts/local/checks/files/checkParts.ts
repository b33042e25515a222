import { partOf } from '../../metadata/packageParts.ts';
import type { PackagePart } from '../../metadata/packageParts.ts';
import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

const TRANSLATIONS = ['Translations', 'CustomObjectTranslation', 'CustomFieldTranslation'];

/** What only one part may hold, and holds nothing else. A package takes every other type. */
const OWN_KINDS: Readonly<Record<Exclude<PackagePart['name'], 'package'>, readonly string[]>> = {
    org: ['PermissionSet', 'SharingRules'],
    hindi: TRANSLATIONS,
    persons: ['Flow'],
    cases: ['Flow', 'Group', 'SharingRules']
};

/** Types that a package version leaves behind or that not every org takes; with the part where they belong. */
const OUTSIDE_THE_PACKAGE: Readonly<Record<string, PackagePart['name']>> = {
    SharingRules: 'org',
    ...Object.fromEntries(TRANSLATIONS.map((kind) => [kind, 'hindi' as const]))
};

const isCustom = (name: string): boolean => name.endsWith('__c');

/** Grants that the installation of a package drops, or that keep its version from being made. */
const DROPPED_GRANTS: readonly (readonly [group: string, nameOf: (grant: XmlElement) => string | undefined])[] = [
    ['userPermissions', (grant) => textOf(grant, 'name')],
    ['externalCredentialPrincipalAccesses', (grant) => textOf(grant, 'externalCredentialPrincipal')],
    ['objectPermissions', (grant) => (isCustom(textOf(grant, 'object')) ? undefined : textOf(grant, 'object'))],
    ['fieldPermissions', (grant) => (isCustom(textOf(grant, 'field')) ? undefined : textOf(grant, 'field'))],
    ['tabSettings', (grant) => (textOf(grant, 'tab').startsWith('standard-') ? textOf(grant, 'tab') : undefined)]
];

/** Every component lies in a part that can carry it to an org: package version, org's rights, or translation by choice. */
export function checkParts(project: Project): Finding[] {
    return project.components.flatMap((component) => {
        const part = partOf(component.file);
        if (!part) {
            return [];
        }
        return [
            ...(part.name === 'package' ? checkPackaged(component) : checkUnpackaged(component, part)),
            ...(part.name === 'persons' ? [] : personFields(component))
        ];
    });
}

function checkPackaged(component: Component): Finding[] {
    const { file, kind, root } = component;
    const belongs = OUTSIDE_THE_PACKAGE[kind.root];
    if (belongs !== undefined) {
        return [
            {
                file,
                what: `An installed package does not bring ${kind.root}`,
                mend: `Move the file to the part ${belongs}, in config/${belongs}.`
            }
        ];
    }
    return kind.root === 'PermissionSet' ? droppedGrants(file, root) : [];
}

function droppedGrants(file: string, set: XmlElement): Finding[] {
    return DROPPED_GRANTS.flatMap(([group, nameOf]) =>
        childrenOf(set, group).flatMap((grant) => {
            const name = nameOf(grant);
            return name === undefined
                ? []
                : [
                      {
                          file: `${file}:${grant.line}`,
                          what: `An installed permission set does not grant ${name} (${group})`,
                          mend: 'Grant it in a permission set of config/org.'
                      }
                  ];
        })
    );
}

/** Most orgs have no person accounts, and refuse what names their fields. */
const OF_PERSONS = /\b(IsPersonAccount|PersonContactId|Person(Mobile|Home|Other|Assistant)Phone|\w+__pc)\b/;

function personFields({ file, root }: Component): Finding[] {
    return [...everyElement(root)].flatMap(({ text, line }) => {
        const name = OF_PERSONS.exec(text)?.[0];
        return name === undefined
            ? []
            : [
                  {
                      file: `${file}:${line}`,
                      what: `Only an org with person accounts has ${name}`,
                      mend: 'Move the file to the part persons, in config/persons.'
                  }
              ];
    });
}

function checkUnpackaged({ file, kind }: Component, { name, what }: PackagePart): Finding[] {
    return name === 'package' || OWN_KINDS[name].includes(kind.root)
        ? []
        : [
              {
                  file,
                  what: `${kind.root} is nothing for the part ${name} (${what})`,
                  mend: 'Move the file to force-app, so that the package carries it.'
              }
          ];
}
