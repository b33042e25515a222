import { LightningElement, api, wire } from 'lwc';
import { uncachedMoment } from 'c/convoxDialing';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import type { ListMember } from 'c/convoxListMember';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import membersLabel from '@salesforce/label/c.ConVox_ListSender_Members';
import failedLabel from '@salesforce/label/c.ConVox_ListSender_Failed';
import { MEMBER_QUERY } from './memberQuery.ts';
import { nextPage, readMembers } from './members.ts';

interface MemberRequest {
    readonly query: typeof MEMBER_QUERY;
    readonly variables: { readonly campaignId: string; readonly after: string | null; readonly before: string };
}

/** Hands the members of a campaign to a list of ConVox's dialler. */
export default class ConvoxCampaignSender extends LightningElement {
    failedLabel = failedLabel;
    request?: MemberRequest;
    members: readonly ListMember[] = [];
    isRead = false;
    failure?: ErrorReport;
    isReading = false;
    pages: readonly ListMember[] = [];
    /** Waits for the last page. */
    told: (members?: readonly ListMember[]) => void = () => undefined;

    @api
    get recordId(): string {
        return this.request?.variables.campaignId ?? '';
    }
    set recordId(campaignId: string) {
        this.members = [];
        this.isRead = false;
        this.begin(campaignId);
    }

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takePage({ data, errors = [] }: GraphqlResult): void {
        if (errors.length > 0) {
            this.failure = readError(errors);
            this.told();
        } else if (data && this.request && this.isReading) {
            this.pages = [...this.pages, ...readMembers(data)];
            const after = nextPage(data);
            if (after === '') {
                this.members = this.pages;
                this.isRead = true;
                this.isReading = false;
                this.told(this.members);
            } else {
                this.request = { ...this.request, variables: { ...this.request.variables, after } };
            }
        }
    }

    reader = (): Promise<readonly ListMember[] | undefined> =>
        new Promise((told) => {
            this.told = told;
            this.begin(this.recordId);
        });

    private begin(campaignId: string): void {
        this.pages = [];
        this.isReading = true;
        this.failure = undefined;
        const before = uncachedMoment(Date.now());
        this.request = { query: MEMBER_QUERY, variables: { campaignId, after: null, before } };
    }

    get membersText(): string {
        return fillIn(membersLabel, this.members.length);
    }
}
