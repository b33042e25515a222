import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphqlDocument, GraphqlResult } from 'lightning/graphql';
import type { FlowInputVariable, FlowStatusChange } from 'lightning/flow';
import { commandKey, sendCommand, wait } from 'c/convoxCallControl';
import type { CallCommand, CommandResult, CommandRoute, FlowEnd } from 'c/convoxCallControl';
import { rowsOf, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { COMMAND_QUERY } from './commandQuery.ts';

/** Milliseconds for the first answer about a row; later ones are asked for by `refresh`. */
const FIRST_READ_PATIENCE = 3000;

/** A flow that was given to the platform and has not ended. */
interface RunningFlow {
    readonly commandId: string;
    readonly inputs: readonly FlowInputVariable[];
    readonly end: (flow: FlowEnd) => void;
}

/**
 * Sends commands, one after the other, each at most once. Put one into a template and call `send`; it shows nothing
 * and takes no focus.
 * @fires lateanswer with a CommandResult, when ConVox answered after `send` had given the command up
 */
export default class ConvoxCommandRunner extends LightningElement {
    /** How long an answer may take before the command counts as unknown. */
    @api timeoutSeconds = 15;

    flows: readonly RunningFlow[] = [];
    watchedKey: string | undefined;
    answered: GraphqlResult | undefined;
    arrived = (): void => undefined;
    shown = new Set<string>();
    sending = new Map<string, Promise<CommandResult>>();
    line: Promise<unknown> = Promise.resolve();

    @wire(graphql, { query: '$watchQuery', variables: '$watchVariables' })
    takeRow(result: GraphqlResult): void {
        this.answered = result;
        if (result.data !== undefined || result.errors !== undefined) {
            this.arrived();
        }
    }

    get watchQuery(): GraphqlDocument | undefined {
        return this.watchedKey === undefined ? undefined : COMMAND_QUERY;
    }

    get watchVariables(): Record<string, string> | undefined {
        return this.watchedKey === undefined ? undefined : { key: this.watchedKey };
    }

    /** Sends the command and tells how it ended; never rejects. The same command pressed twice is sent once. */
    @api
    send(command: CallCommand, route: CommandRoute = 'Direct'): Promise<CommandResult> {
        const key = commandKey(command);
        const same = this.sending.get(key);
        if (same !== undefined) {
            return same;
        }
        const result = this.line.then(() => this.carryOut(command, route));
        this.line = result.then(() => this.sending.delete(key));
        this.sending.set(key, result);
        return result;
    }

    carryOut(command: CallCommand, route: CommandRoute): Promise<CommandResult> {
        return sendCommand(command, route, {
            runFlow: (commandId) => this.runFlow(commandId),
            readRow: (key) => this.readRow(key),
            wait,
            patience: this.timeoutSeconds * 1000,
            onLateAnswer: (detail) => this.dispatchEvent(new CustomEvent('lateanswer', { detail }))
        });
    }

    runFlow(commandId: string): Promise<FlowEnd> {
        return new Promise((end) => {
            const inputs: FlowInputVariable[] = [{ name: 'commandId', type: 'String', value: commandId }];
            this.flows = [...this.flows, { commandId, inputs, end }];
        });
    }

    /** Asks for the row on first need, afterwards past the cache. */
    async readRow(key: string): Promise<GraphqlRow | undefined> {
        if (this.watchedKey === key) {
            await this.answered?.refresh?.().catch(() => undefined);
        } else {
            const arrival = new Promise<void>((resolve) => {
                this.arrived = resolve;
            });
            this.watchedKey = key;
            await Promise.race([arrival, wait(FIRST_READ_PATIENCE)]);
        }
        const row = rowsOf(this.answered?.data, 'ConVox_Command__c')[0];
        // The wire may still hold the row of the command before.
        return textOf(row, 'Key__c') === key ? row : undefined;
    }

    override renderedCallback(): void {
        // Nothing in a flow that nobody sees may take the focus. Templates do not know the attribute yet.
        this.refs?.frame?.setAttribute('inert', '');
        this.flows.forEach(({ commandId }) => this.shown.add(commandId));
    }

    /** An element that breaks while it is put into the page has not started its flow. */
    override errorCallback(): void {
        for (const { commandId } of this.flows) {
            this.endFlow(commandId, this.shown.has(commandId) ? { end: 'failed' } : { end: 'notStarted' });
        }
    }

    handleFlowStatus(event: CustomEvent<FlowStatusChange>): void {
        const { status, outputVariables = [] } = event.detail;
        const commandId =
            event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.commandId : undefined;
        if (commandId === undefined || status === 'STARTED' || status === 'PAUSED') {
            return;
        }
        this.endFlow(commandId, status === 'ERROR' ? { end: 'failed' } : { end: 'finished', outputs: outputVariables });
    }

    endFlow(commandId: string, end: FlowEnd): void {
        const ended = this.flows.find((flow) => flow.commandId === commandId);
        this.flows = this.flows.filter((flow) => flow !== ended);
        this.shown.delete(commandId);
        ended?.end(end);
    }
}
