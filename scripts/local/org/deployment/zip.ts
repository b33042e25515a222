import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Files of a zip archive by path, read by its central directory: the CLI streams its archives, so that only the directory
 * knows the sizes.
 * @throws Error when these bytes are no such archive
 */
export function readZip(archive: Buffer): ReadonlyMap<string, Buffer> {
    const end = lastIndexOfSignature(archive);
    const files = new Map<string, Buffer>();
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
        if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) {
            throw new Error('The zip archive has a damaged directory');
        }
        const nameLength = archive.readUInt16LE(at + 28);
        const path = archive.toString('utf8', at + 46, at + 46 + nameLength);
        if (!path.endsWith('/')) {
            files.set(path, contentOf(archive, at));
        }
        at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
    return files;
}

function lastIndexOfSignature(archive: Buffer): number {
    const signature = Buffer.alloc(4);
    signature.writeUInt32LE(END_OF_DIRECTORY);
    const end = archive.lastIndexOf(signature);
    if (end < 0) {
        throw new Error('These bytes are no zip archive');
    }
    return end;
}

function contentOf(archive: Buffer, entry: number): Buffer {
    const method = archive.readUInt16LE(entry + 10);
    const header = archive.readUInt32LE(entry + 42);
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
    switch (method) {
        case STORED:
            return packed;
        case DEFLATED:
            return inflateRawSync(packed);
        default:
            throw new Error(`The zip archive is packed by method ${method}, which nobody here can read`);
    }
}
