/** An element failed. Its fault connector, where it has one, takes over; the text is `$Flow.FaultMessage`. */
export class ElementFault extends Error {
    override readonly name = 'ElementFault';
}

/** A platform limit was passed: no fault connector catches it. */
export class LimitExceeded extends Error {
    override readonly name = 'LimitExceeded';
}

/** A flow ended in an error that nothing in it handled. */
export class FlowFailure extends Error {
    override readonly name = 'FlowFailure';
    readonly flowLabel: string;
    readonly element: string;

    constructor(flowLabel: string, element: string, message: string) {
        super(message);
        this.flowLabel = flowLabel;
        this.element = element;
    }
}

/** A custom error element refused the record being saved. */
export class CustomErrorShown extends Error {
    override readonly name = 'CustomErrorShown';
    readonly fields: readonly string[];

    constructor(message: string, fields: readonly string[]) {
        super(message);
        this.fields = fields;
    }
}
