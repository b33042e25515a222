import type { CallControlSettings } from './callControl/callControlRoute.ts';
import type { ExtraField } from './extraFields/extraField.ts';

/** One of several ConVox servers. Its pushes, pops and commands come and go below `/servers/<code>`. */
export interface ServerSettings {
    readonly code: string;
    /** Its calls are kept by their bare reference, and what names no server is its. */
    readonly isDefault: boolean;
    /** IANA name of the zone that its times are in. */
    readonly timeZone: string;
    /** What it sends in place of the secrets of all. */
    readonly secrets?: readonly string[];
    /** Where its commands go; none are taken when left out. */
    readonly callControl?: CallControlSettings;
    /** The https address under which its recordings can be heard; Salesforce is told of it and takes it over by a press. */
    readonly recordings?: string;
    /** Fields of the call for what only this server sends. */
    readonly extraFields?: readonly ExtraField[];
}
