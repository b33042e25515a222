import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readComposition } from './composition.ts';
import { iconsOfComposition } from './compositionIcons.ts';
import { readLabels } from '../../metadata/labels.ts';

let forceApp: string;

beforeEach(() => {
    forceApp = mkdtempSync(join(tmpdir(), 'force-app-'));
});

afterEach(() => {
    rmSync(forceApp, { recursive: true });
});

function write(path: string, root: string, content: string): void {
    const file = join(forceApp, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
        file,
        `<?xml version="1.0"?><${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>`
    );
}

function writeApp(name: string, content: string): void {
    write(`room/applications/${name}.app-meta.xml`, 'CustomApplication', content);
}

function writeRecordPage(name: string, objectApiName: string): void {
    const item =
        '<itemInstances><componentInstance><componentName>force:detailPanel</componentName></componentInstance></itemInstances>';
    write(
        `room/flexipages/${name}.flexipage-meta.xml`,
        'FlexiPage',
        `<flexiPageRegions>${item}<name>main</name><type>Region</type></flexiPageRegions>
        <masterLabel>${name}</masterLabel><sobjectType>${objectApiName}</sobjectType>
        <template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`
    );
}

test('a package without an app still gives a console', () => {
    expect(readComposition(forceApp)).toMatchObject({ app: { navigation: [] }, pages: {} });
});

test('the console is the app with console navigation, with its items in order', () => {
    writeApp('Another', '<label>Another</label><navType>Standard</navType>');
    writeApp(
        'Desk',
        `<label>Desk</label><navType>Console</navType><tabs>standard-Contact</tabs><tabs>Call__c</tabs>
        <tabs>standard-report</tabs><tabs>Board</tabs><utilityBar>Bar</utilityBar>`
    );
    write(
        'room/tabs/Call__c.tab-meta.xml',
        'CustomTab',
        '<customObject>true</customObject><motif>Custom22: Telephone</motif>'
    );
    write('room/tabs/Board.tab-meta.xml', 'CustomTab', '<flexiPage>Board_Page</flexiPage><label>Board</label>');
    const composition = readComposition(forceApp);
    expect(composition.app).toMatchObject({
        label: 'Desk',
        utilityBar: 'Bar',
        navigation: [
            { tab: 'standard-Contact', objectApiName: 'Contact' },
            { tab: 'Call__c', objectApiName: 'Call__c' },
            { tab: 'standard-report', objectApiName: 'Report', label: 'Reports' },
            { tab: 'Board', page: 'Board_Page', label: 'Board' }
        ]
    });
    expect(composition.tabIcons).toEqual({ Call__c: 'custom:custom22' });
    expect(iconsOfComposition(composition)).toEqual(expect.arrayContaining(['standard:contact', 'custom:custom22']));
    expect(composition.apps.map(({ label }) => label)).toEqual(['Another', 'Desk']);
});

test("the app's record page wins over the only one there is", () => {
    writeRecordPage('Contact_Page', 'Contact');
    writeRecordPage('Lead_Page', 'Lead');
    writeRecordPage('Lead_Page_Of_Desk', 'Lead');
    writeApp(
        'Desk',
        `<actionOverrides><actionName>View</actionName><content>Lead_Page</content><formFactor>Large</formFactor>
        <type>Flexipage</type><pageOrSobjectType>Lead</pageOrSobjectType></actionOverrides><label>Desk</label>`
    );
    expect(readComposition(forceApp).recordPages).toEqual({ Contact: 'Contact_Page', Lead: 'Lead_Page' });
});

test('a utility item keeps the decorators of its page apart from the properties of its component', () => {
    const property = (name: string, value: string, type = ''): string =>
        `<componentInstanceProperties><name>${name}</name>${type && `<type>${type}</type>`}<value>${value}</value></componentInstanceProperties>`;
    write(
        'room/flexipages/Bar.flexipage-meta.xml',
        'FlexiPage',
        `<flexiPageRegions><itemInstances><componentInstance>${property('width', '340', 'decorator')}${property('mode', 'a')}
        <componentName>phone</componentName><identifier>phone_1</identifier></componentInstance></itemInstances>
        <name>utilityItems</name><type>Region</type></flexiPageRegions>
        <masterLabel>Bar</masterLabel><template><name>one:utilityBarTemplateDesktop</name></template><type>UtilityBar</type>`
    );
    expect(readComposition(forceApp).pages['Bar']?.regions[0]?.items).toEqual([
        {
            kind: 'component',
            component: 'phone',
            identifier: 'phone_1',
            properties: { mode: 'a' },
            lists: {},
            decorators: { width: '340' }
        }
    ]);
});

test('a layout gives sections and related lists, the assigned compact layout gives the head', () => {
    write(
        'room/layouts/Call__c-Call Layout.layout-meta.xml',
        'Layout',
        `<layoutSections><label>Call</label><layoutColumns><layoutItems><field>Name</field></layoutItems></layoutColumns>
        <layoutColumns/></layoutSections>
        <layoutSections><label>Empty</label><layoutColumns/></layoutSections>
        <relatedLists><fields>NAME</fields><relatedList>Command__c.Call__c</relatedList></relatedLists>`
    );
    write(
        'room/objects/Call__c/Call__c.object-meta.xml',
        'CustomObject',
        '<compactLayoutAssignment>Head</compactLayoutAssignment>'
    );
    write('room/objects/Call__c/compactLayouts/A.compactLayout-meta.xml', 'CompactLayout', '<fields>Other__c</fields>');
    write('room/objects/Call__c/compactLayouts/Head.compactLayout-meta.xml', 'CompactLayout', '<fields>Name</fields>');
    const { layouts, compactLayouts } = readComposition(forceApp);
    expect(layouts['Call__c']).toEqual({
        name: 'Call Layout',
        sections: [{ label: 'Call', columns: [['Name'], []] }],
        relatedLists: [{ name: 'Command__c.Call__c', fields: ['NAME'] }]
    });
    expect(compactLayouts).toEqual({ Call__c: ['Name'] });
});

test('actions come in the order that the panel or the layout gives them', () => {
    write(
        'room/quickActions/Call__c.Call_Back.quickAction-meta.xml',
        'QuickAction',
        `<actionSubtype>Action</actionSubtype><label>Call Back</label><lightningWebComponent>callNow</lightningWebComponent>
        <type>LightningWebComponent</type>`
    );
    const item = (name: string, order: number): string =>
        `<platformActionListItems><actionName>${name}</actionName><sortOrder>${order}</sortOrder></platformActionListItems>`;
    write(
        'room/layouts/Call__c-Call Layout.layout-meta.xml',
        'Layout',
        `<platformActionList>${item('Edit', 1)}${item('Call__c.Call_Back', 0)}</platformActionList>`
    );
    const values = ['Edit', 'Call__c.Call_Back'].map(
        (value) => `<valueListItems><value>${value}</value></valueListItems>`
    );
    write(
        'room/flexipages/Call_Page.flexipage-meta.xml',
        'FlexiPage',
        `<flexiPageRegions><itemInstances><componentInstance><componentInstanceProperties><name>actionNames</name>
        <valueList>${values.join('')}</valueList></componentInstanceProperties><componentName>force:highlightsPanel</componentName>
        </componentInstance></itemInstances><name>header</name><type>Region</type></flexiPageRegions><masterLabel>Call</masterLabel>
        <sobjectType>Call__c</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`
    );
    const { actions, layouts, pages } = readComposition(forceApp);
    expect(actions).toEqual({
        Call__c: [{ name: 'Call__c.Call_Back', label: 'Call Back', component: 'callNow', hasScreen: false }]
    });
    expect(layouts['Call__c']?.actions).toEqual(['Call__c.Call_Back', 'Edit']);
    expect(pages['Call_Page']?.regions[0]?.items[0]).toMatchObject({
        properties: {},
        lists: { actionNames: ['Edit', 'Call__c.Call_Back'] }
    });
});

test('apps, tabs, sections and actions come in the language asked for, where it has them', () => {
    writeApp('Desk', '<label>Desk</label><navType>Console</navType><tabs>Board</tabs>');
    write('room/tabs/Board.tab-meta.xml', 'CustomTab', '<flexiPage>Board_Page</flexiPage><label>Board</label>');
    write(
        'room/layouts/Call__c-Call Layout.layout-meta.xml',
        'Layout',
        ['Call', 'Notes']
            .map(
                (label) =>
                    `<layoutSections><label>${label}</label><layoutColumns><layoutItems><field>Name</field></layoutItems></layoutColumns></layoutSections>`
            )
            .join('')
    );
    write(
        'room/quickActions/Call__c.Call_Back.quickAction-meta.xml',
        'QuickAction',
        '<label>Call Back</label><lightningWebComponent>callNow</lightningWebComponent><type>LightningWebComponent</type>'
    );
    write(
        'room/objects/Call__c/fields/Contact__c.field-meta.xml',
        'CustomField',
        '<fullName>Contact__c</fullName><relationshipLabel>Calls</relationshipLabel>'
    );
    write(
        'room/objectTranslations/Call__c-hi/Contact__c.fieldTranslation-meta.xml',
        'CustomFieldTranslation',
        '<name>Contact__c</name><relationshipLabel>कॉल</relationshipLabel>'
    );
    write(
        'room/translations/hi.translation-meta.xml',
        'Translations',
        `<customApplications><label>डेस्क</label><name>Desk</name></customApplications>
        <customTabs><label>बोर्ड</label><name>Board</name></customTabs>`
    );
    write(
        'room/objectTranslations/Call__c-hi/Call__c-hi.objectTranslation-meta.xml',
        'CustomObjectTranslation',
        `<layouts><layout>Call Layout</layout><sections><label>कॉल</label><section>Call</section></sections></layouts>
        <quickActions><label>वापस कॉल करें</label><name>Call_Back</name></quickActions>`
    );
    const textsOf = (language: string): unknown => {
        const { app, apps, layouts, actions, relationshipLabels } = readComposition(forceApp, language);
        return [
            app.label,
            apps[0]?.label,
            app.navigation[0]?.label,
            ...(layouts['Call__c']?.sections ?? []).map(({ label }) => label),
            actions['Call__c']?.[0]?.label,
            relationshipLabels['Call__c.Contact__c']
        ];
    };
    expect(textsOf('hi')).toEqual(['डेस्क', 'डेस्क', 'बोर्ड', 'कॉल', 'Notes', 'वापस कॉल करें', 'कॉल']);
    expect(textsOf('fr')).toEqual(['Desk', 'Desk', 'Board', 'Call', 'Notes', 'Call Back', 'Calls']);
});

test('labels carry their translations', () => {
    const label = (name: string, value: string): string =>
        `<labels><fullName>${name}</fullName><language>en_US</language><value>${value}</value></labels>`;
    write('one/labels/CustomLabels.labels-meta.xml', 'CustomLabels', label('Ready', 'Ready') + label('Plain', 'Plain'));
    write('two/labels/CustomLabels.labels-meta.xml', 'CustomLabels', label('Save', 'Save &amp; close'));
    write(
        'two/translations/hi.translation-meta.xml',
        'Translations',
        '<customLabels><label>तैयार</label><name>Ready</name></customLabels>'
    );
    expect(Object.fromEntries(readLabels(forceApp))).toEqual({
        Ready: { en_US: 'Ready', hi: 'तैयार' },
        Plain: { en_US: 'Plain' },
        Save: { en_US: 'Save & close' }
    });
});

test('a file that does not read as what it should be is named', () => {
    write('room/flexipages/Broken.flexipage-meta.xml', 'FlexiPage', '<masterLabel>Broken</masterLabel>');
    expect(() => readComposition(forceApp)).toThrow(/Broken\.flexipage-meta\.xml/);
});
