import { OUTCOMES, OUTCOME_LABELS, SERVICE_TYPES, SERVICE_TYPE_LABELS, formatDate, type Outcome } from '@insyn/domain';
import type { PublicReportItem } from '@insyn/api-schema';
import type { PublicReportsQuery } from '@insyn/api-schema/server';
import { OUTCOME_SIGNS, escapeHtml, markHtml, publicPage, renderHtml, reportDocument } from '@insyn/report';
import type { PublishedReport } from './public-reports.queries.js';

const SITE = { stylesheetHref: '/rapporter/insyn.css', homeHref: '/rapporter' };
const FOOTER = [
  { href: '/rapporter/om-tillganglighet', text: 'Tillgänglighetsredogörelse' },
  { href: '/api/public/reports', text: 'Listan som data (JSON)' },
  { href: '/app', text: 'Logga in' },
];

/** The list of published reports with its search form, which works without script. */
export function listPage(query: PublicReportsQuery, found: { items: PublicReportItem[]; next: string | null }): string {
  const searched = [query.search, query.year, query.service, query.outcome, query.provider, query.municipality].some(
    Boolean,
  );
  const items = found.items.map(
    (item) =>
      `<li><div><h2><a href="${pathOf(item.htmlUrl)}">${escapeHtml(item.title)}</a></h2>` +
      `<p>${escapeHtml(item.municipality)} · ${escapeHtml(item.provider)} · ` +
      `${escapeHtml(item.serviceTypes.map((type) => SERVICE_TYPE_LABELS[type]).join(', '))} · publicerad ${formatDate(item.publishedOn)}</p></div>` +
      `${outcomeMark(item.outcome)}</li>`,
  );
  const empty = searched
    ? '<p class="empty">Ingen rapport stämmer med sökningen. <a href="/rapporter">Visa alla rapporter</a></p>'
    : '<p class="empty">Här visas kommunernas uppföljningar när de har publicerats. Ingen är publicerad ännu.</p>';
  const more =
    found.next === null
      ? ''
      : `<p><a rel="next" href="?${escapeHtml(nextAddress(query, found.next))}">Visa fler rapporter</a></p>`;
  return publicPage({
    ...SITE,
    title: 'Uppföljningar av omsorg',
    footer: FOOTER,
    bodyHtml:
      '<h1>Uppföljningar av omsorg</h1><p class="lead">Så följer kommunen upp den omsorg som den köper och driver.</p>' +
      filterForm(query) +
      (items.length === 0 ? empty : `<ul class="reports">${items.join('')}</ul>`) +
      more,
  });
}

/** One published report: the same document as the PDF, with the way to its files. */
export function reportPage(report: PublishedReport): string {
  const address = `/rapporter/${report.municipalitySlug}/${report.slug}`;
  const published = `<p class="lead">Publicerad ${formatDate(report.publishedOn)}, version ${report.reportVersion}.</p>`;
  const files =
    '<h2>Ladda ned</h2><ul class="downloads">' +
    `<li><a href="${escapeHtml(address)}.pdf">Rapporten som PDF (tillgänglig)</a></li>` +
    `<li><a href="${escapeHtml(address)}.json">Data (JSON)</a></li></ul>` +
    `<p class="hash">Kontrollsumma för PDF-filen (SHA-256): ${escapeHtml(report.pdfSha256)}<br>` +
    `Innehållets försegling (SHA-256): ${escapeHtml(report.seal)}</p>`;
  return publicPage({
    ...SITE,
    title: report.title,
    municipality: report.municipalityName,
    crumbs: [
      { href: '/rapporter', text: 'Alla uppföljningar' },
      { href: `/rapporter?municipality=${encodeURIComponent(report.municipalitySlug)}`, text: report.municipalityName },
    ],
    footer: FOOTER,
    head: `<link rel="alternate" type="application/pdf" href="${escapeHtml(address)}.pdf">`,
    bodyHtml: renderHtml(reportDocument(report.content), { afterTitle: published, afterReport: files }),
  });
}

/** What stands at the address of a report that was taken back (R19). */
export function withdrawnPage(report: PublishedReport): string {
  const on = report.withdrawnOn === null ? '' : formatDate(report.withdrawnOn);
  return publicPage({
    ...SITE,
    title: 'Rapporten är tillbakadragen',
    municipality: report.municipalityName,
    crumbs: [{ href: '/rapporter', text: 'Alla uppföljningar' }],
    footer: FOOTER,
    bodyHtml:
      `<h1>Rapporten är tillbakadragen</h1><p>${escapeHtml(report.title)} publicerades ${formatDate(report.publishedOn)} ` +
      `och togs tillbaka ${on}.</p><p class="notice">${escapeHtml(report.withdrawnReason ?? '')}</p>`,
  });
}

/** Nothing is published at the address. */
export function notFoundPage(): string {
  return publicPage({
    ...SITE,
    title: 'Sidan finns inte',
    footer: FOOTER,
    bodyHtml:
      '<h1>Sidan finns inte</h1><p>Ingen rapport är publicerad på den här adressen. ' +
      '<a href="/rapporter">Sök bland alla uppföljningar</a></p>',
  });
}

/** The accessibility statement, with the way to report a barrier. */
export function accessibilityPage(): string {
  return publicPage({
    ...SITE,
    title: 'Tillgänglighetsredogörelse',
    crumbs: [{ href: '/rapporter', text: 'Alla uppföljningar' }],
    footer: FOOTER,
    bodyHtml:
      '<h1>Tillgänglighets&shy;redogörelse</h1>' +
      '<p>Sidorna och rapporterna är byggda för att alla ska kunna läsa dem: med tangentbord, skärmläsare, förstoring och ' +
      'i mörkt läge. De följer kraven i lagen (2018:1937) om tillgänglighet till digital offentlig service, det vill säga ' +
      'WCAG på nivå AA enligt EN 301 549. Rapporterna som PDF följer PDF/UA-1.</p>' +
      '<h2>Hur vi har prövat</h2><p>Varje sida prövas automatiskt i ljust och mörkt läge varje gång tjänsten ändras. ' +
      'Prövning med personer som använder hjälpmedel har inte gjorts ännu.</p>' +
      '<h2>Om något hindrar dig</h2><p>Kontakta den kommun vars rapport du läser och berätta vilken sida det gäller. ' +
      'Kommunen ska då ge dig innehållet på ett sätt som fungerar för dig.</p>' +
      '<p>Är du inte nöjd med kommunens svar kan du anmäla bristen till ' +
      '<a href="https://www.digg.se">Myndigheten för digital förvaltning</a>, som har tillsyn över lagen.</p>',
  });
}

/** The same sign and word as in the report. */
function outcomeMark(outcome: Outcome): string {
  return markHtml({ sign: OUTCOME_SIGNS[outcome], word: OUTCOME_LABELS[outcome] });
}

function filterForm(query: PublicReportsQuery): string {
  const option = (value: string, label: string, chosen: string | undefined) =>
    `<option value="${escapeHtml(value)}"${value === (chosen ?? '') ? ' selected' : ''}>${escapeHtml(label)}</option>`;
  const services = SERVICE_TYPES.map((type) => option(type, SERVICE_TYPE_LABELS[type], query.service)).join('');
  const outcomes = OUTCOMES.map((outcome) => option(outcome, OUTCOME_LABELS[outcome], query.outcome)).join('');
  const field = (id: string, label: string, control: string) =>
    `<div><label for="${id}">${label}</label>${control}</div>`;
  return (
    '<form class="filters" method="get" action="/rapporter" role="search" aria-label="Sök rapport">' +
    field(
      'sok',
      'Utförare, enhet eller ord',
      `<input id="sok" name="search" maxlength="100" value="${escapeHtml(query.search ?? '')}">`,
    ) +
    field(
      'ar',
      'År',
      `<input id="ar" name="year" inputmode="numeric" pattern="[0-9]{4}" value="${query.year ?? ''}">`,
    ) +
    field(
      'tjanst',
      'Tjänst',
      `<select id="tjanst" name="service">${option('', 'Alla', query.service)}${services}</select>`,
    ) +
    field(
      'utfall',
      'Utfall',
      `<select id="utfall" name="outcome">${option('', 'Alla', query.outcome)}${outcomes}</select>`,
    ) +
    '<div><button type="submit">Sök</button></div></form>'
  );
}

function nextAddress(query: PublicReportsQuery, next: string): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return new URLSearchParams([...given.filter(([key]) => key !== 'after'), ['after', next]] as [
    string,
    string,
  ][]).toString();
}

function pathOf(url: string): string {
  return escapeHtml(new URL(url).pathname);
}
