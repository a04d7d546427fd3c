/** Of its own, and empty: else Next takes the one of the product, two folders above. */
export function register() {}
