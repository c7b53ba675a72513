import { escapeHtml, safeHref } from './escape-html.js';

export interface Page {
  /** A language tag; Swedish unless something else is said. */
  lang?: string;
  title: string;
  /** Markup for `<head>` after the title and the viewport: style sheet link, canonical address. */
  head?: string;
  /** Markup for `<body>`. */
  body: string;
}

/** A whole HTML document around a body. Only `title` and `lang` are escaped here. */
export function page({ lang = 'sv', title, head = '', body }: Page): string {
  return (
    `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
    `<title>${escapeHtml(title)}</title>${head}</head><body>${body}</body></html>`
  );
}

export interface PublicPage {
  title: string;
  /** Markup of the page's main part, already escaped. */
  bodyHtml: string;
  /** Whose page it is, in the band on top; without it the page is of all municipalities together. */
  municipality?: string;
  /** Where the style sheet is served, such as "/rapporter/insyn.css". */
  stylesheetHref: string;
  /** The way back: each a path of the site and its words. */
  crumbs?: { href: string; text: string }[];
  /** Where the band on top leads. */
  homeHref?: string;
  /** Links at the foot: the accessibility statement, the way to check a file. */
  footer?: { href: string; text: string }[];
  /** More markup for the head, already escaped. */
  head?: string;
}

/** A page of the public site: skip link, band, crumbs, main part, foot. Works without script. */
export function publicPage(options: PublicPage): string {
  const { title, bodyHtml, municipality, stylesheetHref, crumbs = [], homeHref = '/rapporter', footer = [] } = options;
  const owner = municipality ? `${municipality} · Uppföljningar av omsorg` : 'Uppföljningar av omsorg';
  const way = crumbs.map(({ href, text }) => `<li><a href="${safeHref(href)}">${escapeHtml(text)}</a></li>`).join('');
  const links = footer.map(({ href, text }) => `<li><a href="${safeHref(href)}">${escapeHtml(text)}</a></li>`).join('');
  return page({
    title: municipality ? `${title} – ${municipality}` : title,
    head: `<link rel="stylesheet" href="${safeHref(stylesheetHref)}">${options.head ?? ''}`,
    body:
      '<a class="skip" href="#innehall">Till innehållet</a>' +
      `<header class="band"><a href="${safeHref(homeHref)}">${escapeHtml(owner)}</a></header>` +
      (way ? `<nav class="crumbs" aria-label="Var du är"><ol>${way}</ol></nav>` : '') +
      `<main id="innehall" tabindex="-1">${bodyHtml}</main>` +
      (links ? `<footer class="foot"><ul>${links}</ul></footer>` : ''),
  });
}
