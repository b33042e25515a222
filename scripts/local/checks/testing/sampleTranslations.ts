import { xml } from './sampleXml.ts';

const folder = 'config/hindi/objectTranslations/Ticket__c-hi';

export const translationPaths = {
    scratchDefinition: 'config/project-scratch-def.json',
    translation: 'config/hindi/translations/hi.translation-meta.xml',
    objectTranslation: `${folder}/Ticket__c-hi.objectTranslation-meta.xml`,
    keyTranslation: `${folder}/Key__c.fieldTranslation-meta.xml`,
    stateTranslation: `${folder}/State__c.fieldTranslation-meta.xml`,
    contactTranslation: `${folder}/Contact__c.fieldTranslation-meta.xml`,
    phoneKeyTranslation: `${folder}/Phone_Key__c.fieldTranslation-meta.xml`,
    minutesTranslation: `${folder}/Minutes__c.fieldTranslation-meta.xml`
} as const;

const noun = (caseType: string, plural: boolean, value: string): string =>
    `<caseValues><caseType>${caseType}</caseType><plural>${plural}</plural><value>${value}</value></caseValues>`;
const field = (name: string, label: string, values = ''): string =>
    xml('CustomFieldTranslation', `<help>इसके बारे में।</help><label>${label}</label><name>${name}</name>${values}`);
const value = (masterLabel: string, translation: string): string =>
    `<picklistValues><masterLabel>${masterLabel}</masterLabel><translation>${translation}</translation></picklistValues>`;

function reportType(
    name: string,
    label: string,
    description: string,
    sections: readonly (readonly [label: string, name: string])[]
): string {
    const parts = sections.map(([text, part]) => `<sections><label>${text}</label><name>${part}</name></sections>`);
    return `<reportTypes><description>${description}</description><label>${label}</label><name>${name}</name>${parts.join('')}</reportTypes>`;
}

/** The sample in Hindi, and the settings with which a package of it is built. */
export const sampleTranslations = {
    scratchDefinition: JSON.stringify({
        settings: {
            languageSettings: {
                enableTranslationWorkbench: true,
                enableEndUserLanguages: true,
                enablePlatformLanguages: true
            }
        }
    }),
    translation: xml(
        'Translations',
        `<customApplications><label>डेस्क</label><name>Desk</name></customApplications>
        <customLabels><label>फ़ोन</label><name>Phone_Title</name></customLabels>
        <customLabels><label>नमस्ते</label><name>Greeting_Title</name></customLabels>
        ${reportType('Tickets', 'टिकट', 'टिकट।', [['टिकट', 'Ticket']])}
        ${reportType('Contacts_with_Tickets', 'टिकट वाले संपर्क', 'संपर्क और उनके टिकट।', [
            ['संपर्क', 'Contact'],
            ['टिकट', 'Ticket']
        ])}`
    ),
    objectTranslation: xml(
        'CustomObjectTranslation',
        `${noun('Nominative', false, 'टिकट')}${noun('Nominative', true, 'टिकटें')}${noun('Objective', false, 'टिकट')}
        ${noun('Objective', true, 'टिकटों')}<gender>Feminine</gender>
        <layouts><layout>Ticket Layout</layout><sections><label>टिकट</label><section>Ticket</section></sections></layouts>
        <nameFieldLabel>टिकट</nameFieldLabel><quickActions><label>कॉल करें</label><name>Ring</name></quickActions>`
    ),
    keyTranslation: field('Key__c', 'कुंजी'),
    stateTranslation: field('State__c', 'स्थिति', value('Open', 'खुला') + value('Sent', 'भेजा गया')),
    contactTranslation: field('Contact__c', 'संपर्क'),
    phoneKeyTranslation: field('Phone_Key__c', 'फ़ोन कुंजी'),
    minutesTranslation: field('Minutes__c', 'मिनट')
};
