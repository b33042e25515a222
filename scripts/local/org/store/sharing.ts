import type { ActingUser, Condition, OrgRecord } from '../records.ts';
import type { ObjectSchema } from '../../metadata/objects/schema.ts';

/** Which rows of an object a user reaches. What may be done with an object at all is a matter of permissions. */
export interface Sharing {
    /** Holds for the rows that the user may read; undefined when that is all of them. */
    readable(object: ObjectSchema, acting: ActingUser): Condition | undefined;
    mayEdit(object: ObjectSchema, record: OrgRecord, acting: ActingUser): boolean;
    /** Whether the user may give the row to another owner. */
    mayTransfer(object: ObjectSchema, record: OrgRecord, acting: ActingUser): boolean;
    mayDelete(object: ObjectSchema, record: OrgRecord, acting: ActingUser): boolean;
}

/** Everybody reaches everything. */
export const openSharing: Sharing = {
    readable: () => undefined,
    mayEdit: () => true,
    mayTransfer: () => true,
    mayDelete: () => true
};
