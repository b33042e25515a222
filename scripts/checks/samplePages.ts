import { xml } from './sampleXml.ts';

/** A Visualforce page: its description and its markup. */
export const samplePages = {
    page: xml(
        'ApexPage',
        '<apiVersion>66.0</apiVersion><confirmationTokenRequired>false</confirmationTokenRequired><label>Greeting</label>'
    ),
    markup: `<apex:page docType="html-5.0" showHeader="false" sidebar="false" standardStylesheets="false" applyHtmlTag="false" applyBodyTag="false">
<p>{!$Label.Greeting_Title}</p><script>var name = '{!JSENCODE($CurrentPage.parameters.name)}';</script>
</apex:page>
`
};
