import { modelOf } from './packageModel.ts';
import type { Component, Project } from './project.ts';
import { projectOf } from './project.ts';
import { mayReadField, mayReadObject, rolesOf } from './roles.ts';
import { sampleFiles } from '../testing/sampleProject.ts';
import { xml } from '../testing/sampleXml.ts';
import { text } from '../../metadata/objects/standardFields.ts';
import { parseXml } from '../../metadata/xml.ts';

/** The sample without groups. */
function ungrouped(files: Readonly<Record<string, string>>): Project {
    const { components, ...project } = projectOf(files);
    return { ...project, components: components.filter(({ kind }) => kind.root !== 'PermissionSetGroup') };
}

const secretField = 'force-app/main/calls/objects/Ticket__c/fields/Secret__c.field-meta.xml';
const extra = 'force-app/main/desk/permissionsets/Extra.permissionset-meta.xml';

/** The sample with a second set that reads a field of accounts, and a group of the sets named. */
function withGroup(...members: readonly string[]): Project {
    const set = xml(
        'PermissionSet',
        '<fieldPermissions><editable>false</editable><field>Ticket__c.Secret__c</field><readable>true</readable></fieldPermissions><label>Extra</label>'
    );
    const { files, components, unreadable } = ungrouped({
        ...sampleFiles,
        [extra]: set,
        [secretField]: xml(
            'CustomField',
            '<fullName>Secret__c</fullName><label>Secret</label><length>20</length><type>Text</type>'
        )
    });
    const parsed = parseXml(
        'Desk',
        `<PermissionSetGroup><label>Desk</label>${members.map((name) => `<permissionSets>${name}</permissionSets>`).join('')}</PermissionSetGroup>`
    );
    assertParsed(parsed);
    const group: Component = {
        file: 'force-app/main/desk/permissionsetgroups/Desk.permissionsetgroup-meta.xml',
        kind: { root: 'PermissionSetGroup', folder: 'permissionsetgroups', suffix: '.permissionsetgroup' },
        name: 'Desk',
        object: '',
        root: parsed.root
    };
    return { files, components: [...components, group], unreadable };
}

type Parsed = ReturnType<typeof parseXml>;

function assertParsed(parsed: Parsed): asserts parsed is Extract<Parsed, { readonly root: unknown }> {
    expect(parsed).toHaveProperty('root');
}

const secret = text('Secret__c', 'Secret', 20, { file: secretField });

function readersOfSecret(project: Project): string[] {
    return rolesOf(project)
        .filter((role) => mayReadField(role, 'Ticket__c', secret))
        .map(({ name }) => name);
}

test('a role is a group, or a set that is in none', () => {
    expect(rolesOf(ungrouped(sampleFiles)).map(({ name }) => name)).toEqual(['Clerk']);
    expect(rolesOf(withGroup('Clerk')).map(({ name }) => name)).toEqual(['Desk', 'Extra']);
});

test('a group may do what its sets may do together', () => {
    expect(readersOfSecret(withGroup('Clerk', 'Extra'))).toEqual(['Desk']);
    expect(readersOfSecret(withGroup('Clerk'))).toEqual([]);
});

test('required fields, and those that the package did not bring, are read with the object', () => {
    const [clerk] = rolesOf(ungrouped(sampleFiles));
    const fields = modelOf(projectOf(sampleFiles)).get('Ticket__c')?.fields;
    const readable = ['Key__c', 'CreatedDate', 'State__c'].map((name) => {
        const field = fields?.get(name);
        return clerk !== undefined && field !== undefined && mayReadField(clerk, 'Ticket__c', field);
    });
    expect(readable).toEqual([true, true, true]);
    expect(clerk && mayReadField(clerk, 'Ticket__c', secret)).toBe(false);
});

test('everybody reads users, and nobody an object that was not granted', () => {
    const [clerk] = rolesOf(ungrouped(sampleFiles));
    expect(clerk && ['User', 'Ticket__c', 'Lead'].map((object) => mayReadObject(clerk, object))).toEqual([
        true,
        true,
        false
    ]);
});
