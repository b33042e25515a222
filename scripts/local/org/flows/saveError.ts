import { FormulaError } from '../../metadata/formula/formula.ts';
import type { RecordError } from '../records.ts';
import { CustomErrorShown, ElementFault, FlowFailure, LimitExceeded } from './failures.ts';

function failedFlow(label: string, details: string): RecordError {
    return {
        statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
        message: `We can't save this record because the “${label}” process failed. Give your Salesforce admin these details. ${details}`,
        fields: []
    };
}

/** What the saving user is told when a flow fails; an error that no flow can cause is thrown on. */
export function saveErrorOf(error: unknown, flowLabel: string): RecordError {
    if (error instanceof CustomErrorShown) {
        return { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: error.message, fields: error.fields };
    }
    if (error instanceof FlowFailure) {
        return failedFlow(error.flowLabel, `${error.element}: ${error.message}`);
    }
    if (error instanceof FormulaError || error instanceof ElementFault || error instanceof LimitExceeded) {
        return failedFlow(flowLabel, error.message);
    }
    throw error;
}
