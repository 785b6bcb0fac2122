// A zip that is the same each time: files in the order given, one fixed time, no word of who made it.

import { crc32, deflateRawSync } from "node:zlib";

/** 1 January 1980, the first moment that a zip can name. */
const TIME = 0;
const DATE = 0x21;
const NEEDS = 20;
/** Names are in UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;

/** `files` are pairs of a name and its bytes. */
export function zip(files) {
  const parts = [];
  const index = [];
  let at = 0;
  for (const [path, bytes] of files) {
    const name = Buffer.from(path, "utf8");
    const packed = deflateRawSync(bytes, { level: 9 });
    const common = fields(
      [2, NEEDS], [2, FLAGS], [2, DEFLATED], [2, TIME], [2, DATE],
      [4, crc32(bytes)], [4, packed.length], [4, bytes.length], [2, name.length], [2, 0],
    );
    parts.push(fields([4, 0x04034b50]), common, name, packed);
    // Made for no system in particular: no rights, no comment, one disk.
    index.push(fields([4, 0x02014b50], [2, NEEDS]), common, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    at += 4 + common.length + name.length + packed.length;
  }
  const list = Buffer.concat(index);
  const end = fields(
    [4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, list.length], [4, at], [2, 0],
  );
  return Buffer.concat([...parts, list, end]);
}

/** Numbers of two or four bytes, the lowest byte first. */
function fields(...all) {
  return Buffer.concat(
    all.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}
