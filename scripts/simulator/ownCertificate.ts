import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** PEM texts. */
export interface OwnCertificate {
    readonly cert: string;
    readonly key: string;
}

const SEQUENCE = 0x30;
const DAY = 24 * 3_600_000;

/** An element of ASN.1 in DER. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
    const content = Buffer.concat(parts);
    const { length } = content;
    const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const oid = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));
const ECDSA_WITH_SHA256 = der(SEQUENCE, oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const COMMON_NAME = oid(0x55, 0x04, 0x03);
const SUBJECT_ALTERNATIVE_NAME = oid(0x55, 0x1d, 0x11);
const VERSION_3 = der(0xa0, der(0x02, Buffer.from([2])));

function time(instant: number): Buffer {
    const digits = new Date(instant).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
    return der(0x18, Buffer.from(digits));
}

/**
 * A new certificate of a server on this machine, signed by itself: what many ConVox servers have, and no browser knows.
 * @param address IPv4 address of the server
 */
export function ownCertificate(address: string): OwnCertificate {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const name = der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from('Simulated ConVox')))));
    const host = der(0x87, Buffer.from(address.split('.').map(Number)));
    const extension = der(SEQUENCE, SUBJECT_ALTERNATIVE_NAME, der(0x04, der(SEQUENCE, host)));
    const now = Date.now();
    const statement = der(
        SEQUENCE,
        VERSION_3,
        der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
        ECDSA_WITH_SHA256,
        name,
        der(SEQUENCE, time(now - DAY), time(now + 365 * DAY)),
        name,
        publicKey.export({ type: 'spki', format: 'der' }),
        der(0xa3, der(SEQUENCE, extension))
    );
    const signature = der(0x03, Buffer.from([0]), sign('sha256', statement, privateKey));
    const base64 = der(SEQUENCE, statement, ECDSA_WITH_SHA256, signature).toString('base64');
    return {
        cert: `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`,
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    };
}
