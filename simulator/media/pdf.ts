/** A small one-page PDF (A4, Helvetica) with these lines; plain ASCII only, which is all the built-in font has. */
export function makePdf(title: string, lines: string[]): Buffer {
  const content = toPageContent(title, lines)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const count = objects.length + 1
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(
    `${file}xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}${trailer}`,
    'latin1',
  )
}

function toPageContent(title: string, lines: string[]): string {
  const rows = lines.map((line) => `(${escapePdf(line)}) Tj T*`).join('\n')
  return [
    '0.18 0.36 0.38 rg 0 790 595 52 re f',
    `BT 1 1 1 rg /F2 20 Tf 56 808 Td (${escapePdf(title)}) Tj ET`,
    `BT 0 0 0 rg /F1 12 Tf 56 740 Td 20 TL\n${rows}\nET`,
  ].join('\n')
}

function escapePdf(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}
