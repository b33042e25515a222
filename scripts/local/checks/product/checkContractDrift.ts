import { callFields, CALL_OBJECT, callStatusValues } from '#call-record';
import { defaultTimeZone, directions, encodeCloseCall, encodeDial, sheetDial } from '#contract';
import type { Operation } from '../../metadata/callouts/operations.ts';
import type { Finding } from '../finding.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { modelOf, valuesOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { operationsOf } from '../read/callouts.ts';

const SERVER = 'ConVox_Server__c';
/** The integration sheet's, which the contract encodes. */
const CONTRACTS_DIALECT = 'sheet';

/**
 * What the contract says and what the metadata says is one thing written twice: names of fields, values of picklists,
 * defaults of a server, parameters of the sheet's requests. This finds where the two have drifted apart.
 */
export function checkContractDrift(project: Project): Finding[] {
    const model = modelOf(project);
    return [
        ...checkCallFields(model, project),
        ...checkServer(model),
        ...componentsOf(project, 'ExternalServiceRegistration').flatMap((registration) =>
            operationsOf(registration).flatMap((operation) => checkOperation(operation, registration.file, model))
        )
    ];
}

function checkCallFields(model: PackageModel, project: Project): Finding[] {
    const call = model.get(CALL_OBJECT);
    const file = componentsOf(project, 'CustomObject').find(({ name }) => name === CALL_OBJECT)?.file ?? CALL_OBJECT;
    const strangers = (field: string, known: readonly string[]): Finding[] =>
        valuesOf(call?.fields.get(field))
            .filter((value) => !known.includes(value))
            .map((value) => ({
                file: fileOf(call?.fields.get(field), file),
                what: `No component knows "${value}"`,
                mend: 'Add it to convoxCallRecord, or take it out of the picklist.'
            }));
    return [
        ...Object.values(callFields)
            .filter((field) => !call?.fields.has(field))
            .map((field) => ({
                file,
                what: `${CALL_OBJECT} lacks ${field}`,
                mend: 'Add the field convoxCallRecord writes.'
            })),
        ...strangers(callFields.status, callStatusValues),
        ...strangers(callFields.direction, directions)
    ];
}

function checkServer(model: PackageModel): Finding[] {
    const server = model.get(SERVER);
    if (!server) {
        return [];
    }
    const expected: readonly (readonly [string, string])[] = [
        ['Dial_Script__c', `"${sheetDial.script}"`],
        ['Dial_Action__c', `"${sheetDial.action}"`],
        ['Time_Zone__c', `"${defaultTimeZone}"`]
    ];
    const listed = valuesOf(server.fields.get('Dialect__c'));
    return [
        ...expected.flatMap(([name, value]) => {
            const field = server.fields.get(name);
            const found = field?.defaultValue ?? '';
            const file = fileOf(field, SERVER);
            return found === value
                ? []
                : [{ file, what: `The default is ${found}, the contract's is ${value}`, mend: 'Make them one.' }];
        }),
        ...(listed[0] === CONTRACTS_DIALECT
            ? []
            : [
                  {
                      file: fileOf(server.fields.get('Dialect__c'), SERVER),
                      what: `The first dialect is ${listed[0] ?? 'missing'}`,
                      mend: `Make it ${CONTRACTS_DIALECT}: Salesforce speaks nothing else.`
                  }
              ])
    ];
}

/** Every parameter the contract would send must be one that the operation takes. */
function checkOperation({ id, parameters }: Operation, file: string, model: PackageModel): Finding[] {
    const taken = parameters.map(({ name }) => name);
    const sent = id.startsWith('close') ? closeParameters() : id.startsWith('dial') ? dialParameters(model) : [];
    return sent
        .filter((name) => !taken.includes(name))
        .map((name) => ({
            file,
            what: `${id} does not take ${name}, which the contract sends`,
            mend: 'Add the parameter to the schema.'
        }));
}

function closeParameters(): string[] {
    const close = { agentCode: 'AG_1', convoxId: '1', disposition: 'SALE', mobileNumber: '9000000001' };
    return encodeCloseCall(close).map(([name]) => name);
}

/** All names a server's record may choose for the agent and for the number. */
function dialParameters(model: PackageModel): string[] {
    const choices = (field: string): readonly string[] => valuesOf(model.get(SERVER)?.fields.get(field));
    const request = { agentCode: 'AG_1', phoneNumber: '9000000001', referenceNumber: 'SF_000001' };
    const names = choices('Dial_Agent_Parameter__c').flatMap((agentParameter) =>
        choices('Dial_Number_Parameter__c').flatMap((numberParameter) =>
            encodeDial(request, { agentParameter, numberParameter }).parameters.map(([name]) => name)
        )
    );
    return [...new Set(names)];
}

function fileOf(field: FieldSchema | undefined, otherwise: string): string {
    return field?.file ?? otherwise;
}
