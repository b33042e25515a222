import { LightningElement, api, wire } from 'lwc';
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
    readonly variables: { readonly campaignId: string; readonly after: string | null };
}

/** Hands the members of a campaign to a list of ConVox's dialler. */
export default class ConvoxCampaignSender extends LightningElement {
    failedLabel = failedLabel;
    request?: MemberRequest;
    members: readonly ListMember[] = [];
    isRead = false;
    failure?: ErrorReport;

    @api
    get recordId(): string {
        return this.request?.variables.campaignId ?? '';
    }
    set recordId(campaignId: string) {
        this.members = [];
        this.isRead = false;
        this.request = { query: MEMBER_QUERY, variables: { campaignId, after: null } };
    }

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takePage({ data, errors = [] }: GraphqlResult): void {
        if (errors.length > 0) {
            this.failure = readError(errors);
        } else if (data && !this.isRead) {
            this.members = [...this.members, ...readMembers(data)];
            const after = nextPage(data);
            this.isRead = after === '';
            if (after !== '' && this.request) {
                this.request = { ...this.request, variables: { ...this.request.variables, after } };
            }
        }
    }

    get membersText(): string {
        return fillIn(membersLabel, this.members.length);
    }
}
