/** What no screen has is not believed. */
export const SIDE_MAX = 32_768
export const PEAKS_COUNT = 64
/** A frame of 4096 × 2304, the largest that common phones film. */
export const FRAME_PIXELS_MAX = 4096 * 2304
