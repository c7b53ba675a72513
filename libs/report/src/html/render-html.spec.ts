import { describe, expect, it, jest } from '@jest/globals';
import { sampleReport } from '../../test/sample-report.js';
import { inspectPdf } from '../../test/inspect-pdf.js';
import { renderPdf } from '../pdf/render-pdf.js';
import type { ReportData } from '../report-data.js';
import { reportDocument } from '../report-document.js';
import { safeHref } from './escape-html.js';
import { publicPage } from './page.js';
import { PUBLIC_FONTS, publicStylesheet, standaloneStylesheet } from './public-stylesheet.js';
import { renderHtml } from './render-html.js';

jest.setTimeout(60_000); // one spec makes a whole PDF

function html(changes: Partial<ReportData> = {}): string {
  return renderHtml(reportDocument(sampleReport(changes)));
}

function plain(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

describe('a report as a page', () => {
  it('escapes every text, wherever it stands', () => {
    const evil = '<img src=x onerror="alert(1)">&\'';
    const poisoned = JSON.parse(JSON.stringify(sampleReport()), (_key, value: unknown) =>
      typeof value === 'string' && /[ åäö]/.test(value) ? `${evil}${value}` : value,
    ) as ReportData;
    const page = renderHtml(reportDocument(poisoned));

    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/"alert/);
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;');
  });

  it('says the same words as the PDF', async () => {
    const document = reportDocument(sampleReport());
    const pdf = await inspectPdf(await renderPdf(document, { fixedDate: new Date('2026-12-11T09:00:00Z') }));
    const inPdf = new Set(
      pdf.text
        .join(' ')
        .normalize('NFC')
        .split(/[\s\u00a0]+/),
    );
    const missing = plain(renderHtml(document))
      .split(/[\s\u00a0]+/)
      .filter((word) => word !== '' && !inPdf.has(word));

    expect(missing).toEqual([]);
  });

  it('marks each verdict with a sign and a word, not by colour alone', () => {
    const marks = html().match(/<span class="mark mark-[a-z-]+"><svg aria-hidden="true".*?<\/svg>[^<]+<\/span>/g) ?? [];

    expect(marks.length).toBe(html().split('class="mark ').length - 1);
    expect(new Set(marks.map((mark) => mark.replace(/<[^>]+>/g, '')))).toEqual(
      new Set(['Inte godkänd', 'Uppfylls', 'Uppfylls delvis', 'Uppfylls inte', 'Går ej att bedöma', 'Ej aktuell']),
    );
  });

  it('gives tables captions and scoped headers, and each heading an id of its own', () => {
    const page = html();
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

    expect(page.split('<table>').length).toBe(page.split('<table><caption>').length);
    expect(page.match(/<th(?! scope=)[ >]/g)).toBeNull();
    expect(new Set(ids).size).toBe(ids.length);
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  it.each([
    ['javascript:alert(1)', '#'],
    ['//example.org', '#'],
    [' https://example.org', '#'],
    ['data:text/html,x', '#'],
    ['https://example.org/?a=1&b="', 'https://example.org/?a=1&amp;b=&quot;'],
    ['/rapporter/x', '/rapporter/x'],
  ])('makes a link to %s into %s', (href, expected) => {
    expect(safeHref(href)).toBe(expected);
  });
});

describe('a page of the public site', () => {
  const page = publicPage({ title: 'A & B', municipality: 'Lunda kommun', bodyHtml: html(), stylesheetHref: '/s.css' });

  it('works without script and without style of its own', () => {
    expect(page).not.toMatch(/<script|<style| style=| on[a-z]+=/);
  });

  it('says its language and its title, and lets the keyboard skip the band', () => {
    expect(page).toMatch(/^<!doctype html><html lang="sv">/);
    expect(page).toContain('<title>A &amp; B – Lunda kommun</title>');
    expect(page).toContain('<a class="skip" href="#innehall">');
    expect(page).toContain('<main id="innehall"');
  });

  it('asks for no font that nobody serves', () => {
    const asked = [...publicStylesheet.matchAll(/url\("fonts\/([^"]+)"\)/g)].map(([, name]) => name);

    expect(asked.sort()).toEqual(PUBLIC_FONTS.map(({ name }) => name).sort());
    PUBLIC_FONTS.forEach(({ module }) => expect(() => import.meta.resolve(module)).not.toThrow());
  });

  it('asks for nothing at all where it stands by itself, and looks the same', () => {
    expect(standaloneStylesheet).not.toMatch(/url\(|@import|@font-face/);
    expect(publicStylesheet.endsWith(standaloneStylesheet)).toBe(true);
  });
});
