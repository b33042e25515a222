import { z } from 'zod';
import { parse } from './parsedSettings.ts';
import type { Variables } from './settingsFile.ts';

/** Where a gateway on this machine answers. */
export interface ListeningEnvironment {
    readonly host: string;
    readonly port: number;
    readonly isSecure: boolean;
}

export const listeningVariables = {
    GATEWAY_HOST: z.string().min(1, 'is empty').default('127.0.0.1'),
    GATEWAY_PORT: z.coerce.number('has to be a port number').int().min(0).max(65_535).default(8080),
    GATEWAY_TLS_CERTIFICATE: z.string().min(1, 'is empty').optional()
};

/** The settings for asking a gateway that is running. One that listens everywhere is asked on this machine. */
export function readListeningEnvironment(environment: Variables): ListeningEnvironment {
    const data = parse(z.object(listeningVariables), environment);
    const isEverywhere = data.GATEWAY_HOST === '0.0.0.0' || data.GATEWAY_HOST === '::';
    return {
        host: isEverywhere ? '127.0.0.1' : data.GATEWAY_HOST,
        port: data.GATEWAY_PORT,
        isSecure: data.GATEWAY_TLS_CERTIFICATE !== undefined
    };
}
