import type { FormulaDataType, FormulaValue } from '../../metadata/formula/formula.ts';
import type { ActingUser } from '../records.ts';

export type CalloutInputs = ReadonlyMap<string, FormulaValue>;
/** Values by output name: `responseCode`, `200`, `404Exc`, `defaultExc`. */
export type CalloutOutputs = ReadonlyMap<string, FormulaValue>;

/** An operation of a registration, as a flow may call it. */
export interface ExternalAction {
    /** `<Registration>.<operationId>`. */
    readonly name: string;
    readonly inputs: readonly {
        readonly name: string;
        readonly dataType: FormulaDataType;
        readonly required: boolean;
    }[];
    readonly outputs: readonly { readonly name: string; readonly dataType: FormulaDataType }[];
}

/** The callout did not end in an answer that the registration declares. The message is a flow's fault text. */
export class CalloutFault extends Error {
    override readonly name = 'CalloutFault';
}

/** The package's External Services, calling out for real. */
export interface ExternalServices {
    readonly actions: ReadonlyMap<string, ExternalAction>;
    /** Makes the HTTP request for a user; inputs that are blank are left out. Throws `CalloutFault`. */
    call(action: string, inputs: CalloutInputs, acting: ActingUser): Promise<CalloutOutputs>;
}
