import * as flowScanner from '@flow-scanner/lightning-flow-scanner-core';
import { XMLParser } from 'fast-xml-parser';
import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';

// Node hands this CommonJS package over as a default export, Jest as the namespace.
const { Flow, ParsedFlow, scan } = flowScanner.default ?? flowScanner;

const SWITCHED_ON_BY_HAND = [
    'ConVox_Account_Nightly_Fill_Keys',
    'ConVox_Contact_Nightly_Fill_Keys',
    'ConVox_Lead_Nightly_Fill_Keys'
];

const STARTED_BY_THE_CLOCK = [
    ...SWITCHED_ON_BY_HAND,
    'ConVox_Call_Nightly_Reconcile',
    'ConVox_Nightly_Health',
    'ConVox_Server_Nightly_Delete_Old_Calls',
    'ConVox_Server_Nightly_Delete_Old_Commands',
    'ConVox_Server_Nightly_Delete_Old_Follow_Ups',
    'ConVox_Server_Nightly_Delete_Old_Openings'
];

/** Findings of the scanner that are as intended: flow, rule, the names the scanner gives, and why. */
const EXCEPTIONS: readonly { flow: string; rule: string; names: readonly string[]; why: string }[] = [
    ...STARTED_BY_THE_CLOCK.map((flow) => ({
        flow,
        rule: 'TriggerOrder',
        names: ['TriggerOrder'],
        why: 'The clock starts it: there is no other flow to be before or after.'
    })),
    ...SWITCHED_ON_BY_HAND.map((flow) => ({
        flow,
        rule: 'InactiveFlow',
        names: ['Draft'],
        why: 'It saves customers of the org again, which an administrator starts and nobody else.'
    })),
    {
        flow: 'ConVox_Call_After_Save_Count_Attempts',
        rule: 'RecursiveAfterUpdate',
        names: ['Note_that_attempts_could_not_be_counted'],
        why: 'What failed after the save can be noted after it only; the flag is written once, and a save that changes it starts nothing.'
    },
    {
        flow: 'ConVox_Command_After_Save_Watch_For_Answer',
        rule: 'RecursiveAfterUpdate',
        names: ['Mark_the_command_as_unknown'],
        why: 'It runs ten minutes later, in a transaction of its own, and its update no longer meets the conditions.'
    },
    {
        flow: 'ConVox_Follow_Up_After_Save_Break_Promise',
        rule: 'RecursiveAfterUpdate',
        names: ['Mark_the_promise_as_broken'],
        why: 'It runs a day later, in a transaction of its own, and its update no longer meets the conditions.'
    }
];

// The form in which the scanner's own reader hands a flow to its rules.
const parser = new XMLParser({
    attributeNamePrefix: '@_',
    ignoreAttributes: false,
    parseTagValue: false,
    textNodeName: '#text'
});

/** Lightning Flow Scanner's rules: descriptions, fault paths, null handling, unused variables, and some twenty more. */
export function checkFlowPractice(project: Project): Finding[] {
    const flows = componentsOf(project, 'Flow');
    const parsed = flows.map((flow) => new ParsedFlow(flow.file, new Flow(flow.file, readFlow(flow, project))));
    return scan(parsed, { exceptions: exceptionsByFlow() }).flatMap((result) =>
        result.ruleResults
            .filter((rule) => rule.occurs)
            .flatMap((rule) =>
                rule.details.map((violation) => ({
                    file: result.flow.uri ?? '',
                    what: `${rule.ruleName}: ${violation.name}`,
                    mend: rule.ruleDefinition.description
                }))
            )
    );
}

function readFlow({ file }: Component, project: Project): unknown {
    const document: unknown = parser.parse(project.files.get(file) ?? '');
    return typeof document === 'object' && document !== null ? Reflect.get(document, 'Flow') : undefined;
}

function exceptionsByFlow(): Record<string, Record<string, string[]>> {
    const exceptions: Record<string, Record<string, string[]>> = {};
    for (const { flow, rule, names } of EXCEPTIONS) {
        exceptions[flow] = { ...exceptions[flow], [rule]: [...names] };
    }
    return exceptions;
}
