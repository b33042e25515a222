import { LightningElement, api, wire } from 'lwc';
import listen from '@salesforce/label/c.ConVox_Recording_Listen';
import newTab from '@salesforce/label/c.ConVox_Recording_New_Tab';
import refused from '@salesforce/label/c.ConVox_Recording_Refused';
import speed from '@salesforce/label/c.ConVox_Recording_Speed';
import unplayable from '@salesforce/label/c.ConVox_Recording_Unplayable';
import { graphql } from 'lightning/graphql';
import type { GraphqlDocument, GraphqlResult } from 'lightning/graphql';
import { createRecord } from 'lightning/uiRecordApi';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { serverDay, SERVERS_QUERY } from './serverDay.ts';

const SPEEDS = ['1', '1.25', '1.5', '2'];

/** The one that plays on this page: two at once are heard by nobody. */
let playing: HTMLMediaElement | undefined;

/**
 * The recording of a call. Who listens is kept first: until that is saved, neither the player nor the link has the
 * recording's address, so that nothing is heard that nobody can tell of later.
 */
export default class ConvoxRecordingPlayer extends LightningElement {
    @api callId = '';
    /** Where the recording is. Nothing is shown without it. */
    @api address = '';
    /** Whose call it is, or what it is called: a page may have many recordings. */
    @api name = '';

    labels = { newTab, refused, speed, unplayable };
    speeds = SPEEDS.map((value) => ({ label: `${value}×`, value }));
    speed = '1';
    /** Call and address that were opened: another call on the same page is to be opened anew. */
    opened = '';
    refusal: ErrorReport | undefined;
    isUnplayable = false;

    isOpening = false;
    /** It begins once the servers are told. */
    isToOpen = false;
    isToStart = false;
    /** Only of a recording that somebody opens is it asked. */
    query?: GraphqlDocument;
    /** What tells the day of the call's server. */
    servers: GraphqlResult = {};

    @wire(graphql, { query: '$query', variables: '$variables' })
    takeServers(answer: GraphqlResult): void {
        this.servers = answer;
        this.open();
    }

    get variables(): { readonly callId: string } {
        return { callId: this.callId };
    }

    get listenText(): string {
        return this.name ? `${listen}: ${this.name}` : listen;
    }

    get hasRecording(): boolean {
        return this.address.startsWith('https://');
    }

    get openedAddress(): string {
        return this.opened === this.asked ? this.address : '';
    }

    get asked(): string {
        return `${this.callId} ${this.address}`;
    }

    get audio(): HTMLAudioElement | undefined {
        const audio = this.refs?.audio;
        return audio instanceof HTMLAudioElement ? audio : undefined;
    }

    /** Pressing it again while it is being opened opens nothing twice. */
    handleListen(): void {
        if (!this.isOpening) {
            this.isOpening = true;
            this.isToOpen = true;
            this.refusal = undefined;
            this.query = SERVERS_QUERY;
            this.open();
        }
    }

    /** An opening counts on the day of the call's server; where that is not told, on that of whoever opens it. */
    async open(): Promise<void> {
        const { asked, callId } = this;
        const { data, errors } = this.servers;
        if (!this.isToOpen || !(data || errors)) {
            return;
        }
        this.isToOpen = false;
        try {
            const day = serverDay(data, new Date());
            const fields = { Call__c: callId, ...(day && { Opened_Day__c: day }) };
            await createRecord({ apiName: 'ConVox_Recording_Opening__c', fields });
            this.opened = asked;
            this.isToStart = true;
            this.isUnplayable = false;
            this.speed = '1';
        } catch (error) {
            this.refusal = readError(error);
        } finally {
            this.isOpening = false;
        }
    }

    override renderedCallback(): void {
        const { audio } = this;
        if (this.isToStart && audio !== undefined) {
            this.isToStart = false;
            // The button that had the focus is gone.
            audio.focus();
            // A browser that wants another press has its own button for it; a recording that cannot be played says so by `error`.
            audio.play().catch(() => undefined);
        }
    }

    handleSpeed(event: CustomEvent<{ value: string }>): void {
        this.speed = event.detail.value;
        if (this.audio !== undefined) {
            this.audio.playbackRate = Number(this.speed);
        }
    }

    /** Whoever has to hear something else stops it. */
    @api
    pause(): void {
        this.audio?.pause();
    }

    handlePlay(): void {
        if (playing !== this.audio) {
            playing?.pause();
            playing = this.audio;
        }
    }

    handleUnplayable(): void {
        this.isUnplayable = true;
    }
}
