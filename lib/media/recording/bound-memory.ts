const PAGE_BYTES = 64 * 1024

/** From here on no WebAssembly of this process grows beyond so many bytes: its own `malloc` fails instead. */
export function boundMemory(bytesMax: number) {
  const grow = WebAssembly.Memory.prototype.grow
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > bytesMax)
      throw new RangeError('A decoder asked for more memory than it may have.')
    return grow.call(this, pages)
  }
}
