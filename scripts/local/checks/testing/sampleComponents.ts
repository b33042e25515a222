import { xml } from './sampleXml.ts';

const lwc = 'force-app/main/desk/lwc';

export const componentPaths = {
    action: 'force-app/main/desk/quickActions/Ticket__c.Ring.quickAction-meta.xml',
    bundle: `${lwc}/phone/phone.js-meta.xml`,
    script: `${lwc}/phone/phone.js`,
    source: `${lwc}/phone/phone.ts`,
    template: `${lwc}/phone/phone.html`,
    actionBundle: `${lwc}/ring/ring.js-meta.xml`,
    actionScript: `${lwc}/ring/ring.js`,
    actionSource: `${lwc}/ring/ring.ts`,
    actionTemplate: `${lwc}/ring/ring.html`
} as const;

/** A component for the utility bar and for record pages, and one that is a quick action. */
export const sampleComponents = {
    action: xml(
        'QuickAction',
        `<actionSubtype>Action</actionSubtype><label>Ring</label><lightningWebComponent>ring</lightningWebComponent>
        <optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>`
    ),
    bundle: xml(
        'LightningComponentBundle',
        `<apiVersion>66.0</apiVersion><capabilities><capability>lightning__dynamicComponent</capability></capabilities>
        <description>The phone.</description><isExposed>true</isExposed><masterLabel>Phone</masterLabel>
        <targets><target>lightning__UtilityBar</target><target>lightning__RecordPage</target></targets>
        <targetConfigs><targetConfig targets="lightning__RecordPage"><property name="mode" type="String" /><objects><object>Ticket__c</object></objects></targetConfig></targetConfigs>`
    ),
    script: `import { LightningElement } from 'lwc';
import STATE from '@salesforce/schema/Ticket__c.State__c';
import CHANGED from '@salesforce/messageChannel/TicketChanged__c';
import TITLE from '@salesforce/label/c.Phone_Title';
export default class Phone extends LightningElement {
    title = TITLE;
    names = [STATE, CHANGED];
    load = () => import('c/ring');
}
`,
    source: "import TITLE from '@salesforce/label/c.Phone_Title';\nclass Phone { @api mode = ''; }\n",
    template:
        '<template><lightning-card title={title}></lightning-card><lwc:component lwc:is={part}></lwc:component></template>\n',
    actionBundle: xml(
        'LightningComponentBundle',
        `<apiVersion>66.0</apiVersion><capabilities><capability>lightning__dynamicComponent</capability></capabilities>
        <description>Rings.</description><isExposed>true</isExposed><masterLabel>Ring</masterLabel>
        <targets><target>lightning__RecordAction</target></targets>
        <targetConfigs><targetConfig targets="lightning__RecordAction"><actionType>Action</actionType></targetConfig></targetConfigs>`
    ),
    actionScript: `import { LightningElement, api } from 'lwc';
export default class Ring extends LightningElement {
    @api invoke() {}
}
`,
    actionSource: 'class Ring { @api invoke() {} }\n',
    actionTemplate: '<template></template>\n'
};
