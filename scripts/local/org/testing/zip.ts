import { deflateRawSync } from 'node:zlib';

/** A zip archive of these files, as far as readers by its directory need. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
    const entries: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const [path, text] of Object.entries(files)) {
        const name = Buffer.from(path);
        const packed = deflateRawSync(text);
        const local = Buffer.alloc(30);
        local.writeUInt32LE(0x04034b50);
        local.writeUInt16LE(name.length, 26);
        const entry = Buffer.alloc(46);
        entry.writeUInt32LE(0x02014b50);
        entry.writeUInt16LE(8, 10);
        entry.writeUInt32LE(packed.length, 20);
        entry.writeUInt16LE(name.length, 28);
        entry.writeUInt32LE(offset, 42);
        entries.push(local, name, packed);
        directory.push(entry, name);
        offset += local.length + name.length + packed.length;
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50);
    end.writeUInt16LE(Object.keys(files).length, 10);
    end.writeUInt32LE(offset, 16);
    return Buffer.concat([...entries, ...directory, end]);
}
