import sharp from 'sharp'

/*
 * Pictures drawn as SVG without any text, so that they look the same whatever fonts a machine has.
 */

export type PictureFormat = 'jpeg' | 'png' | 'webp'

/** Draws a motif of `width` × `height` pixels in the format. */
export function drawPicture(
  motif: Motif,
  width: number,
  height: number,
  format: PictureFormat,
): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice">${MOTIFS[motif]}</svg>`
  return sharp(Buffer.from(svg)).toFormat(format, { quality: 82 }).toBuffer()
}

export type Motif = 'jacket' | 'receipt' | 'parcel' | 'harbour' | 'cup' | 'cat'

const JACKET = `
  <rect width="400" height="300" fill="#d9cfc1"/><rect y="235" width="400" height="65" fill="#b9a88f"/>
  <path d="M130 70 L175 45 Q200 62 225 45 L270 70 L318 190 L285 205 L262 150 L262 262 L138 262 L138 150 L115 205 L82 190 Z" fill="#2f5d62"/>
  <path d="M175 45 Q200 75 225 45 L214 38 Q200 52 186 38 Z" fill="#234649"/>
  <path d="M200 64 L200 150 M200 205 L200 262" stroke="#e8c15a" stroke-width="5" stroke-dasharray="5 3"/>
  <path d="M200 150 L188 178 L196 205 M200 150 L213 180 L204 205" stroke="#e8c15a" stroke-width="4" stroke-dasharray="5 3" fill="none"/>
  <path d="M192 156 L208 156 L205 200 L195 200 Z" fill="#f2ede4"/>
  <rect x="195" y="142" width="10" height="14" rx="3" fill="#c99a2e"/>
  <path d="M152 196 h30 M218 196 h30" stroke="#234649" stroke-width="4"/>
  <circle cx="200" cy="176" r="44" fill="none" stroke="#d64933" stroke-width="5"/>`

const RECEIPT = `
  <rect width="400" height="300" fill="#7a5c44"/><path d="M0 60 H400 M0 150 H400 M0 240 H400" stroke="#6b503b" stroke-width="3"/>
  <g transform="rotate(-4 200 150)"><path d="M140 10 h120 v270 l-10 -8 -10 8 -10 -8 -10 8 -10 -8 -10 8 -10 -8 -10 8 -10 -8 -10 8 -10 -8 -10 8 Z" fill="#fdfcf7"/>
  <rect x="170" y="26" width="60" height="12" rx="2" fill="#333"/><rect x="158" y="46" width="84" height="5" fill="#999"/>
  <g fill="#666"><rect x="154" y="72" width="54" height="6"/><rect x="226" y="72" width="20" height="6"/><rect x="154" y="88" width="44" height="6"/><rect x="222" y="88" width="24" height="6"/><rect x="154" y="104" width="60" height="6"/><rect x="228" y="104" width="18" height="6"/><rect x="154" y="120" width="38" height="6"/><rect x="224" y="120" width="22" height="6"/></g>
  <path d="M154 138 h92" stroke="#999" stroke-dasharray="4 3"/><rect x="154" y="148" width="40" height="9" fill="#222"/><rect x="210" y="148" width="36" height="9" fill="#222"/>
  <g fill="#222"><rect x="160" y="190" width="3" height="36"/><rect x="166" y="190" width="6" height="36"/><rect x="175" y="190" width="2" height="36"/><rect x="181" y="190" width="5" height="36"/><rect x="190" y="190" width="3" height="36"/><rect x="196" y="190" width="7" height="36"/><rect x="207" y="190" width="2" height="36"/><rect x="212" y="190" width="5" height="36"/><rect x="221" y="190" width="3" height="36"/><rect x="228" y="190" width="6" height="36"/><rect x="238" y="190" width="3" height="36"/></g></g>`

const PARCEL = `
  <rect width="400" height="300" fill="#cfe3ee"/><path d="M0 220 H400 V300 H0 Z" fill="#9fb8c4"/>
  <path d="M90 120 L200 80 L310 120 L200 162 Z" fill="#d8ab74"/><path d="M90 120 L200 162 V268 L90 222 Z" fill="#b98a54"/>
  <path d="M310 120 L200 162 V268 L310 222 Z" fill="#a47642"/>
  <path d="M138 102 L250 143 V176 L262 172 V138 L152 97 Z" fill="#eadfc6"/>
  <path d="M90 172 L120 205 L104 228 L90 222 Z" fill="#5c4022"/><path d="M90 172 l14 8 -4 12 12 6 8 7" stroke="#f6e7cf" stroke-width="3" fill="none"/>
  <path d="M226 214 L286 190 V222 L226 246 Z" fill="#fffdf6"/><path d="M234 219 L276 202 M234 228 L266 215" stroke="#444" stroke-width="3"/>`

const HARBOUR = `
  <defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2b2d6b"/><stop offset=".55" stop-color="#e0736d"/><stop offset="1" stop-color="#f8c777"/></linearGradient></defs>
  <rect width="400" height="300" fill="url(#s)"/><circle cx="280" cy="170" r="34" fill="#ffe7ad"/>
  <g fill="#20224d"><rect x="20" y="120" width="36" height="90"/><rect x="62" y="85" width="26" height="125"/><rect x="96" y="140" width="44" height="70"/><rect x="150" y="60" width="22" height="150"/><path d="M161 30 L172 60 H150 Z"/><rect x="184" y="120" width="40" height="90"/><rect x="330" y="130" width="46" height="80"/></g>
  <rect y="208" width="400" height="92" fill="#3b3f80"/><path d="M240 222 h80 M255 238 h52 M266 254 h30" stroke="#ffd98f" stroke-width="4"/>
  <path d="M90 236 h60 l-10 18 h-40 Z" fill="#8c2f39"/><path d="M104 236 v-34 q28 10 34 34 Z" fill="#d9534f"/>`

const CUP = `
  <rect width="400" height="300" fill="#f4efe6"/><ellipse cx="200" cy="248" rx="120" ry="16" fill="#ddd2bf"/>
  <path d="M120 110 H260 L246 240 Q190 254 134 240 Z" fill="#f7f7f7" stroke="#c9c3b8" stroke-width="3"/>
  <ellipse cx="190" cy="110" rx="70" ry="16" fill="#6f4e37" stroke="#c9c3b8" stroke-width="3"/>
  <path d="M258 134 q52 4 40 50 q-10 26 -46 24" fill="none" stroke="#e9e5dd" stroke-width="14"/>
  <path d="M168 118 l14 34 -12 22 18 30 -8 30" fill="none" stroke="#3a3a3a" stroke-width="3"/>`

const CAT = `
  <circle cx="200" cy="160" r="112" fill="#ffffff"/><path d="M112 118 L118 40 L172 80 Z M288 118 L282 40 L228 80 Z" fill="#f2a65a" stroke="#ffffff" stroke-width="10" stroke-linejoin="round"/>
  <circle cx="200" cy="160" r="100" fill="#f2a65a"/><ellipse cx="200" cy="200" rx="56" ry="42" fill="#fde3c4"/>
  <path d="M150 140 q16 -20 32 0 M218 140 q16 -20 32 0" stroke="#3b2a1a" stroke-width="8" fill="none" stroke-linecap="round"/>
  <path d="M190 178 h20 l-10 12 Z" fill="#c4574b"/><path d="M200 190 q-16 22 -32 8 M200 190 q16 22 32 8" stroke="#3b2a1a" stroke-width="5" fill="none" stroke-linecap="round"/>
  <path d="M92 178 h44 M96 202 l42 -8 M308 178 h-44 M304 202 l-42 -8" stroke="#3b2a1a" stroke-width="3"/>`

const MOTIFS: Record<Motif, string> = {
  jacket: JACKET,
  receipt: RECEIPT,
  parcel: PARCEL,
  harbour: HARBOUR,
  cup: CUP,
  cat: CAT,
}
