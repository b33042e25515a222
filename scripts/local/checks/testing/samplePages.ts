import { xml } from './sampleXml.ts';

const region = (name: string, items = '', type = 'Region'): string =>
    `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
const item = (name: string, identifier: string, properties = ''): string =>
    `<itemInstances><componentInstance>${properties}<componentName>${name}</componentName><identifier>${identifier}</identifier></componentInstance></itemInstances>`;
const property = (name: string, value: string): string =>
    `<componentInstanceProperties><name>${name}</name>${value}</componentInstanceProperties>`;
const decorators = ['eager', 'height', 'icon', 'label', 'scrollable', 'width'].map((name) =>
    property(name, '<type>decorator</type><value>1</value>')
);
const listed = ['Ticket__c.Ring', 'Edit'].map((name) => `<valueListItems><value>${name}</value></valueListItems>`);

/** Lightning pages, and a Visualforce page: its description and its markup. */
export const samplePages = {
    utilityBar: xml(
        'FlexiPage',
        `${region('utilityItems', item('phone', 'phone', decorators.join('')))}${region('backgroundComponents', '', 'Background')}
        <masterLabel>Bar</masterLabel><template><name>one:utilityBarTemplateDesktop</name></template><type>UtilityBar</type>`
    ),
    recordPage: xml(
        'FlexiPage',
        `${region('header', item('force:highlightsPanel', 'head', property('actionNames', `<valueList>${listed.join('')}</valueList>`)))}
        ${region('Facet-details', item('force:detailPanel', 'details'), 'Facet')}
        ${region('main', item('flexipage:tab', 'tab', property('body', '<value>Facet-details</value>')))}
        ${region('sidebar', item('phone', 'c_phone', property('mode', '<value>small</value>')))}
        <masterLabel>Ticket Page</masterLabel><sobjectType>Ticket__c</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`
    ),
    page: xml(
        'ApexPage',
        '<apiVersion>66.0</apiVersion><confirmationTokenRequired>false</confirmationTokenRequired><label>Greeting</label>'
    ),
    markup: `<apex:page docType="html-5.0" showHeader="false" sidebar="false" standardStylesheets="false" applyHtmlTag="false" applyBodyTag="false">
<p>{!$Label.Greeting_Title}</p><script>var name = '{!JSENCODE($CurrentPage.parameters.name)}';</script>
</apex:page>
`
};
