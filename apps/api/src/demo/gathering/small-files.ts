import { Buffer } from 'node:buffer';

/** A file that a provider hands in: real bytes of its kind. */
export interface SmallFile {
  fileName: string;
  bytes: Buffer;
}

const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A PDF of one page with some lines of text, as small as such a file can be. */
export function smallPdf(fileName: string, lines: readonly string[]): SmallFile {
  const drawn = lines.map((line) => `(${line.replace(/[()\\]/gu, '\\$&')}) Tj T*`).join('\n');
  const content = `BT /F1 12 Tf 16 TL 72 770 Td\n${drawn}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    PAGE,
    // In Latin-1, where each character is one byte.
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    FONT,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return { fileName, bytes: Buffer.from(file, 'latin1') };
}

/** A table as Swedish spreadsheets write it: semicolons, UTF-8 with its mark. */
export function smallCsv(fileName: string, rows: readonly (readonly string[])[]): SmallFile {
  const text = '\ufeff' + rows.map((row) => row.join(';')).join('\r\n') + '\r\n';
  return { fileName, bytes: Buffer.from(text, 'utf8') };
}

/** The insurance certificate of a company. */
export function insuranceCertificate(company: string, year: number): SmallFile {
  return smallPdf(`forsakringsbevis-${year}.pdf`, [
    'Försäkringsbevis',
    company,
    'Ansvarsförsäkring för vård och omsorg, 10 miljoner kronor per skada',
    `Gäller till och med ${year + 1}-06-30`,
  ]);
}

/** What the company has planned to check during the year. */
export function yearPlan(company: string, year: number): SmallFile {
  return smallPdf(`arshjul-egenkontroll-${year}.pdf`, [
    `Årshjul för egenkontroll ${year}`,
    company,
    'Januari: riskanalys. Mars: basal hygien. April: social dokumentation.',
    'September: genomförandeplaner. November: synpunkter och avvikelser.',
  ]);
}

/** Deviations and complaints by month, without persons. */
export function deviationList(year: number): SmallFile {
  return smallCsv(`avvikelser-och-synpunkter-${year}.csv`, [
    ['Månad', 'Slag', 'Antal', 'Åtgärd'],
    [`${year}-02`, 'Avvikelse', '1', 'Rutinen för sjukfrånvaro är omskriven'],
    [`${year}-05`, 'Synpunkt', '1', 'Samtal med kunden och ny kontaktperson'],
    [`${year}-09`, 'Synpunkt', '1', 'Språkstöd på arbetsplatsen'],
  ]);
}
