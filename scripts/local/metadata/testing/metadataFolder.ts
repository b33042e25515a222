import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Writes metadata files to a new temporary folder and returns its path, which serves as a `force-app`. */
export function metadataFolder(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'force-app-'));
    for (const [path, content] of Object.entries(files)) {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
    }
    return folder;
}

function xml(root: string, content: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">${content}</${root}>\n`;
}

/** One custom object with its fields, as metadata files; `fields` maps API names to the XML inside CustomField. */
export function objectFiles(
    name: string,
    nameField: string,
    fields: Readonly<Record<string, string>>,
    room = 'main/desk'
): Record<string, string> {
    const folder = `${room}/objects/${name}`;
    const label = name.replace('__c', '');
    return {
        [`${folder}/${name}.object-meta.xml`]: xml(
            'CustomObject',
            `<label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField>${nameField}</nameField>`
        ),
        ...fieldFiles(name, fields, room)
    };
}

export function fieldFiles(
    object: string,
    fields: Readonly<Record<string, string>>,
    room = 'main/desk'
): Record<string, string> {
    return Object.fromEntries(
        Object.entries(fields).map(([name, content]) => [
            `${room}/objects/${object}/fields/${name}.field-meta.xml`,
            xml(
                'CustomField',
                `<fullName>${name}</fullName><label>${name.replace('__c', '').replaceAll('_', ' ')}</label>${content}`
            )
        ])
    );
}

export function validationRuleFile(
    object: string,
    name: string,
    condition: string,
    field = ''
): Record<string, string> {
    const shownAt = field === '' ? '' : `<errorDisplayField>${field}</errorDisplayField>`;
    return {
        [`main/desk/objects/${object}/validationRules/${name}.validationRule-meta.xml`]: xml(
            'ValidationRule',
            `<fullName>${name}</fullName><active>true</active><errorConditionFormula>${condition}</errorConditionFormula>` +
                `${shownAt}<errorMessage>${name} is violated</errorMessage>`
        )
    };
}

/** A permission set; `content` is the XML of its grants. */
export function permissionSetFile(name: string, content: string): Record<string, string> {
    return {
        [`main/desk/permissionsets/${name}.permissionset-meta.xml`]: xml(
            'PermissionSet',
            `${content}<label>${name}</label>`
        )
    };
}

/** A permission set group of these permission sets; `more` is XML that stands before its members. */
export function permissionSetGroupFile(name: string, sets: readonly string[], more = ''): Record<string, string> {
    const members = sets.map((set) => `<permissionSets>${set}</permissionSets>`).join('');
    return {
        [`main/desk/permissionsetgroups/${name}.permissionsetgroup-meta.xml`]: xml(
            'PermissionSetGroup',
            `<label>${name}</label>${more}${members}`
        )
    };
}

const picklist = (values: readonly string[]): string =>
    `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values
        .map(
            (value, index) =>
                `<value><fullName>${value}</fullName><default>${index === 0}</default><label>${value}!</label></value>`
        )
        .join('')}</valueSetDefinition></valueSet>`;

const lookup = (to: string, children: string, onDelete: string): string =>
    `<type>Lookup</type><referenceTo>${to}</referenceTo><relationshipName>${children}</relationshipName><deleteConstraint>${onDelete}</deleteConstraint>`;

/** A small package of its own: teams, and tickets that use every kind of field the store knows. */
export function deskPackage(): Record<string, string> {
    return {
        ...objectFiles('Team__c', '<label>Team</label><type>Text</type>', {
            Code__c:
                '<type>Text</type><length>10</length><externalId>true</externalId><unique>true</unique><required>true</required>',
            Region__c: '<type>Text</type><length>20</length><externalId>true</externalId>'
        }),
        ...objectFiles(
            'Ticket__c',
            '<label>Number</label><type>AutoNumber</type><displayFormat>T-{0000}</displayFormat>',
            {
                Key__c: '<type>Text</type><length>12</length><externalId>true</externalId><unique>true</unique><caseSensitive>true</caseSensitive><required>true</required>',
                Subject__c: '<type>Text</type><length>20</length>',
                State__c: picklist(['New', 'Done']),
                Due_At__c: '<type>DateTime</type>',
                Due_On__c: '<type>Date</type>',
                Minutes__c: '<type>Number</type><precision>5</precision><scale>1</scale>',
                Urgent__c: '<type>Checkbox</type><defaultValue>true</defaultValue>',
                Zone__c: '<type>Text</type><length>40</length><defaultValue>"Asia/Kolkata"</defaultValue>',
                Phone__c: '<type>Phone</type>',
                Notes__c: '<type>LongTextArea</type><length>1000</length>',
                Team__c: lookup('Team__c', 'Tickets', 'Restrict'),
                Parent__c: lookup('Ticket__c', 'Follow_Ups', 'Cascade'),
                Contact__c: lookup('Contact', 'Tickets', 'SetNull'),
                Hours__c:
                    '<type>Number</type><precision>18</precision><scale>2</scale><formula>Minutes__c / 60</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>'
            }
        ),
        ...validationRuleFile('Ticket__c', 'Minutes_Not_Negative', 'Minutes__c &lt; 0', 'Minutes__c'),
        ...validationRuleFile(
            'Ticket__c',
            'Done_Stays_Done',
            'AND(ISCHANGED(State__c), ISPICKVAL(PRIORVALUE(State__c), &quot;Done&quot;))'
        ),
        ...fieldFiles('Contact', { Ticket_Key__c: '<type>Text</type><length>20</length><externalId>true</externalId>' })
    };
}
