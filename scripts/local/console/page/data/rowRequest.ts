import type { ObjectInfo } from '../../platform/records/objectInfo.ts';
import { pathsFor } from '../../platform/records/objectInfo.ts';

/** Which rows a table of records shows. */
export interface RowRequest {
    readonly info: ObjectInfo;
    /** Field API names. */
    readonly columns: readonly string[];
    /** SOQL condition. */
    readonly where?: string;
    /** SOQL order. */
    readonly orderBy?: string;
    readonly limit: number;
    /** Grows when the rows may have changed. */
    readonly version: number;
}

/** The query for the rows, with the names that lookups show. */
export function soqlFor({ info, columns, where, orderBy, limit }: RowRequest): string {
    const paths = columns.flatMap((column) =>
        pathsFor(info, column).map((path) => path.slice(info.apiName.length + 1))
    );
    const selected = [...new Set(['Id', ...paths])].join(', ');
    const condition = where ? ` WHERE ${where}` : '';
    return `SELECT ${selected} FROM ${info.apiName}${condition}${orderBy ? ` ORDER BY ${orderBy}` : ''} LIMIT ${limit}`;
}
