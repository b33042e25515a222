import { LightningElement, api, wire } from 'lwc';
import userId from '@salesforce/user/Id';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { ToastAttributes } from 'lightning/platformShowToastEvent';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import type { ObjectInfosResult } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import type { FieldId, RecordResult, WireResult } from 'lightning/uiRecordApi';
import { readAgents } from 'c/convoxAgentSetup';
import { wait } from 'c/convoxCallControl';
import { dialDoubts, DIALER_QUERY, dialGuard, WireReader } from 'c/convoxDialing';
import type { DialTarget, WireRequest } from 'c/convoxDialing';
import { customerOf, DIALABLE_OBJECTS, fieldsOf, numbersOf, objectOfRecord } from 'c/convoxPhoneFields';
import { fillIn } from 'c/convoxText';
import { dialInBackground } from './backgroundDial.ts';
import { decideCall } from './callDecision.ts';
import { labels } from './labels.ts';
import { outcomeToast } from './outcomeToast.ts';
import { ask, isConfirmed, questionOf } from './pressAgain.ts';

/** Milliseconds for the record and the agent to arrive. */
const LOAD_PATIENCE = 10_000;

/**
 * The quick action that calls the record's first number at once. It has no page to show, and the platform does not
 * wait for it; so the command goes by the background route, which needs neither, and toasts tell how it went.
 */
export default class ConvoxCallNow extends LightningElement {
    @api recordId?: string;
    @api objectApiName?: string;

    dialerQuery = DIALER_QUERY;
    dialerVariables = { userId };
    dialableObjects = DIALABLE_OBJECTS;
    isCalling = false;
    arrived = (): void => undefined;
    request?: WireRequest;
    reader = new WireReader((request) => {
        this.request = request;
    }, wait);
    doubt?: WireRequest;
    doubtReader = new WireReader((request) => {
        this.doubt = request;
    }, wait);

    record: RecordResult = {};
    dialerAnswer: GraphqlResult = {};

    @wire(getObjectInfos, { objectApiNames: '$dialableObjects' })
    objectInfos: WireResult<ObjectInfosResult> = {};

    @wire(getRecord, { recordId: '$readableRecordId', optionalFields: '$fields' })
    takeRecord(result: RecordResult): void {
        this.record = result;
        this.arrived();
    }

    @wire(graphql, { query: '$dialerQuery', variables: '$dialerVariables' })
    takeDialer(result: GraphqlResult): void {
        this.dialerAnswer = result;
        this.arrived();
    }

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeRows(result: GraphqlResult): void {
        this.reader.take(result);
    }

    @wire(graphql, { query: '$doubt.query', variables: '$doubt.variables' })
    takeDoubts(result: GraphqlResult): void {
        this.doubtReader.take(result);
    }

    /** An action without a screen may be told the record only. */
    get fields(): readonly FieldId[] | undefined {
        return fieldsOf(this.objectApiName ?? objectOfRecord(this.recordId ?? '', this.objectInfos.data));
    }

    /** Nothing can be read before it is known what to read. */
    get readableRecordId(): string | undefined {
        return this.fields && this.recordId;
    }

    get isLoaded(): boolean {
        return this.record.data !== undefined && this.dialerAnswer.data !== undefined;
    }

    /** The platform calls this for every press, also while the call before is on its way. */
    @api
    async invoke(): Promise<void> {
        if (!this.isCalling) {
            this.isCalling = true;
            await this.callFirstNumber();
            this.isCalling = false;
        }
    }

    async callFirstNumber(): Promise<void> {
        if (!(await this.load())) {
            this.refuse(labels.loadFailed);
            return;
        }
        const decision = decideCall({
            rest: dialGuard.left(Date.now()),
            dialer: readAgents(this.dialerAnswer.data)[0],
            numbers: numbersOf(this.record.data, undefined)
        });
        if ('refusal' in decision) {
            this.refuse(decision.refusal);
            return;
        }
        const { number, dialer } = decision;
        const target = { ...number, customer: customerOf(this.record.data) };
        if (await this.isLeft(target)) {
            return;
        }
        this.tell({ title: fillIn(labels.calling, number.text), variant: 'info' });
        this.tell(outcomeToast(await dialInBackground(target, dialer, this.reader)));
    }

    /** Whether something speaks against the call, and the agent has not said yet that it shall be made. */
    async isLeft(target: DialTarget): Promise<boolean> {
        const doubts = isConfirmed(target.dial, Date.now()) ? undefined : await dialDoubts(target, this.doubtReader);
        if (doubts) {
            ask(target.dial, Date.now());
            this.tell({ title: labels.nobodyCalled, message: questionOf(doubts), variant: 'warning' });
        }
        return doubts !== undefined;
    }

    /** Whether the record and the agent came in time. */
    async load(): Promise<boolean> {
        const arrival = new Promise<void>((resolve) => {
            this.arrived = () => (this.isLoaded ? resolve() : undefined);
            this.arrived();
        });
        await Promise.race([arrival, wait(LOAD_PATIENCE)]);
        return this.isLoaded;
    }

    refuse(message: string): void {
        this.tell({ title: labels.nobodyCalled, message, variant: 'error' });
    }

    tell(toast: ToastAttributes): void {
        this.dispatchEvent(new ShowToastEvent(toast));
    }
}
