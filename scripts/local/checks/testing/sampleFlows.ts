import { xml } from './sampleXml.ts';

const step = (name: string): string =>
    `<description>What it does.</description><name>${name}</name><label>${name}</label><locationX>0</locationX><locationY>0</locationY>`;
const to = (name: string, connector = 'connector'): string =>
    `<${connector}><targetReference>${name}</targetReference></${connector}>`;
const reference = (name: string): string => `<value><elementReference>${name}</elementReference></value>`;

/** Gives the sample's record its key. */
const fill = (source: string): string =>
    `<assignmentItems><assignToReference>$Record.Phone_Key__c</assignToReference><operator>Assign</operator>${reference(source)}</assignmentItems>`;

/** The part of a flow that every flow has, around `body`; `start` holds what stands in its start. */
function flow(name: string, elements: string, start: string, resources = '', subflows = ''): string {
    const settings = ['BuilderType:LightningFlowBuilder', 'CanvasMode:AUTO_LAYOUT_CANVAS'].map((setting) => {
        const [key = '', value = ''] = setting.split(':');
        return `<processMetadataValues><name>${key}</name><value><stringValue>${value}</stringValue></value></processMetadataValues>`;
    });
    const limits = start.includes('<triggerType>')
        ? ''
        : '<isAdditionalPermissionRequiredToRun>true</isAdditionalPermissionRequiredToRun>';
    const [before = '', after = ''] = elements.split('<!-- -->');
    return xml(
        'Flow',
        `${before}<description>What the flow is for.</description><environments>Default</environments>${resources}
        <interviewLabel>${name}</interviewLabel>${limits}<label>${name}</label>${settings.join('')}<processType>AutoLaunchedFlow</processType>
        ${after}<start><locationX>0</locationX><locationY>0</locationY>${start}</start><status>Active</status>${subflows}`
    );
}

const variable = (name: string, isInput: boolean, isOutput: boolean, more = ''): string =>
    `<variables><description>What it holds.</description><name>${name}</name><dataType>String</dataType>${more}<isCollection>false</isCollection><isInput>${isInput}</isInput><isOutput>${isOutput}</isOutput></variables>`;

/** A flow that calls out, one that starts it in the background, and one that fills a field before the save. */
export const sampleFlows = {
    send: flow(
        'Send Ticket',
        `<actionCalls>${step('Send')}<actionName>Desk.sendTicket</actionName><actionType>externalService</actionType>${to('Save')}${to('Tell', 'faultConnector')}
        <inputParameters><name>key</name>${reference('Get_ticket.Key__c')}</inputParameters>
        <outputParameters><assignToReference>answer</assignToReference><name>200</name></outputParameters>
        <outputParameters><assignToReference>answer</assignToReference><name>400Exc</name></outputParameters></actionCalls>
        <apiVersion>66.0</apiVersion>
        <assignments>${step('Tell')}<assignmentItems><assignToReference>answer</assignToReference><operator>Assign</operator>${reference('$Flow.FaultMessage')}</assignmentItems></assignments>
        <decisions>${step('Found')}${to('Tell', 'defaultConnector')}<defaultConnectorLabel>No</defaultConnectorLabel><rules><name>Yes</name><conditionLogic>and</conditionLogic>
        <conditions><leftValueReference>Get_ticket</leftValueReference><operator>IsNull</operator><rightValue><booleanValue>false</booleanValue></rightValue></conditions>${to('Send')}<label>Yes</label></rules></decisions>
        <!-- --><recordLookups>${step('Get_ticket')}${to('Found')}${to('Tell', 'faultConnector')}<filterLogic>and</filterLogic><filters><field>Id</field><operator>EqualTo</operator>${reference('ticketId')}</filters>
        <getFirstRecordOnly>true</getFirstRecordOnly><object>Ticket__c</object><queriedFields>Id</queriedFields><queriedFields>Key__c</queriedFields><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>
        <recordUpdates>${step('Save')}${to('Tell', 'faultConnector')}<filterLogic>and</filterLogic><filters><field>Id</field><operator>EqualTo</operator>${reference('ticketId')}</filters>
        <inputAssignments><field>State__c</field><value><stringValue>Sent</stringValue></value></inputAssignments><object>Ticket__c</object></recordUpdates>`,
        to('Get_ticket'),
        '',
        variable('answer', false, true) + variable('ticketId', true, false)
    ),
    trigger: flow(
        'Ticket After Save',
        '<apiVersion>66.0</apiVersion><!-- -->',
        `<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria><filterLogic>and</filterLogic><filters><field>State__c</field><operator>EqualTo</operator><value><stringValue>Open</stringValue></value></filters>
        <object>Ticket__c</object><recordTriggerType>CreateAndUpdate</recordTriggerType><scheduledPaths>${to('Send')}<pathType>AsyncAfterCommit</pathType></scheduledPaths><triggerType>RecordAfterSave</triggerType>`,
        '',
        `<subflows>${step('Send')}<flowName>Send_Ticket</flowName><inputAssignments><name>ticketId</name>${reference('$Record.Id')}</inputAssignments></subflows><triggerOrder>10</triggerOrder>`
    ),
    fillKey: flow(
        'Ticket Before Save',
        `<apiVersion>66.0</apiVersion><assignments>${step('Fill')}${fill('$GlobalConstant.EmptyString')}${fill('keyOfTheNumber')}</assignments><!-- -->`,
        `${to('Fill')}<filterFormula>ISNEW()</filterFormula><object>Ticket__c</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType>`,
        '<formulas><description>The key.</description><name>keyOfTheNumber</name><dataType>String</dataType><expression>RIGHT({!$Record.Key__c}, 10)</expression></formulas>',
        '<triggerOrder>10</triggerOrder>'
    )
};
