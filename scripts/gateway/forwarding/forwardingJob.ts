import type { ExtraField } from '../extraFields/extraField.ts';
import type { Log } from '../log.ts';
import type { SalesforceLogin } from '../salesforce/salesforceToken.ts';
import type { RequestReport } from './upsertRequest.ts';
import type { ForwarderSettings } from './forwarder.ts';
import type { SettlementRules } from './settlements.ts';
import type { ServerZones } from '../serverZones.ts';
import type { TracingSettings } from '../tracing/tracing.ts';

export interface ForwardingSettings extends ForwarderSettings, SettlementRules {}

/** What has to be known to forward, wherever that is done. */
export interface ForwardingTask extends ServerZones {
    readonly salesforce: SalesforceLogin;
    readonly settings: ForwardingSettings;
    readonly extraFields?: readonly ExtraField[];
    /** Where requests to Salesforce are traced; nowhere when left out. */
    readonly traces?: TracingSettings;
}

export interface ForwardingJob extends ForwardingTask {
    readonly requested: (report: RequestReport) => void;
    readonly log: Log;
}
