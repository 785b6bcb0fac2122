// Small PNGs of screens: at most 256 colours, and for several pictures an animation in which each
// holds only what changed (APNG, which every browser shows).

import { crc32, deflateSync } from "node:zlib";

/** `pictures` are { width, height, data } in RGBA, all of one size; each is shown `delay` ms. */
export function encode(pictures, delay = 250) {
  const { width, height } = pictures[0];
  const palette = new Palette(pictures);
  const frames = changes(pictures.map((picture) => palette.indexed(picture)), width, height);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const chunks = [chunk("IHDR", header)];
  if (frames.length > 1) chunks.push(chunk("acTL", numbers(frames.length, 0)));
  chunks.push(chunk("PLTE", palette.bytes()));
  let sequence = 0;
  for (const [index, { left, top, wide, high, pixels, times }] of frames.entries()) {
    if (frames.length > 1) {
      const control = Buffer.alloc(26);
      [sequence, wide, high, left, top].forEach((number, at) => control.writeUInt32BE(number, at * 4));
      sequence += 1;
      control.writeUInt16BE(delay * times, 20);
      control.writeUInt16BE(1000, 22);
      chunks.push(chunk("fcTL", control));
    }
    const packed = deflateSync(rows(pixels, wide, high), { level: 9 });
    if (index === 0) {
      chunks.push(chunk("IDAT", packed));
    } else {
      chunks.push(chunk("fdAT", Buffer.concat([numbers(sequence), packed])));
      sequence += 1;
    }
  }
  chunks.push(chunk("IEND", Buffer.alloc(0)));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

/** The colours that are seen most; every other one is shown as the nearest of them. */
class Palette {
  constructor(pictures) {
    const seen = new Map();
    for (const { data } of pictures) {
      for (let at = 0; at < data.length; at += 4) {
        const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
      }
    }
    const often = [...seen].sort(([one, n], [other, m]) => m - n || one - other).map(([colour]) => colour);
    // Neighbours of what is there already may wait: edges need steps, not all of them.
    this.colours = [];
    for (const apart of [24, 8, 0]) {
      for (const colour of often) {
        if (this.colours.length === 256) break;
        if (this.distance(colour) > apart * apart * 3) this.colours.push(colour);
      }
    }
    this.known = new Map(this.colours.map((colour, index) => [colour, index]));
  }

  distance(colour) {
    let least = Infinity;
    for (const other of this.colours) least = Math.min(least, apart(colour, other));
    return this.colours.length === 0 ? Infinity : least;
  }

  nearest(colour) {
    if (!this.known.has(colour)) {
      let best = 0;
      this.colours.forEach((other, index) => {
        if (apart(colour, other) < apart(colour, this.colours[best])) best = index;
      });
      this.known.set(colour, best);
    }
    return this.known.get(colour);
  }

  indexed({ data }) {
    const pixels = new Uint8Array(data.length / 4);
    for (let at = 0; at < pixels.length; at += 1) {
      pixels[at] = this.nearest((data[at * 4] << 16) | (data[at * 4 + 1] << 8) | data[at * 4 + 2]);
    }
    return pixels;
  }

  bytes() {
    return Buffer.from(this.colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  }
}

function apart(one, other) {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

/** Of each picture the rectangle that differs from the one before; one that does not lasts longer. */
function changes(pictures, width, height) {
  const frames = [{ left: 0, top: 0, wide: width, high: height, pixels: pictures[0], times: 1 }];
  for (const [index, pixels] of pictures.entries()) {
    if (index === 0) continue;
    const before = pictures[index - 1];
    let [left, top, right, bottom] = [width, height, -1, -1];
    for (let at = 0; at < pixels.length; at += 1) {
      if (pixels[at] === before[at]) continue;
      const [x, y] = [at % width, Math.trunc(at / width)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    if (right < 0) {
      frames.at(-1).times += 1;
      continue;
    }
    const [wide, high] = [right - left + 1, bottom - top + 1];
    const part = new Uint8Array(wide * high);
    for (let y = 0; y < high; y += 1) {
      const from = (top + y) * width + left;
      part.set(pixels.subarray(from, from + wide), y * wide);
    }
    frames.push({ left, top, wide, high, pixels: part, times: 1 });
  }
  return frames;
}

/** Each row begins with the number of its filter: none, which suits few colours. */
function rows(pixels, wide, high) {
  const bytes = Buffer.alloc((wide + 1) * high);
  for (let y = 0; y < high; y += 1) bytes.set(pixels.subarray(y * wide, (y + 1) * wide), y * (wide + 1) + 1);
  return bytes;
}

function numbers(...values) {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4));
  return bytes;
}

function chunk(name, bytes) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  return Buffer.concat([numbers(bytes.length), named, numbers(crc32(named))]);
}
