import type {
  Block,
  Cell,
  DefinitionsBlock,
  HeadingBlock,
  Inline,
  ReportDocument,
  TableBlock,
  VerdictMark,
} from '../document-model.js';
import { signShapes } from '../verdict-marks.js';
import { escapeHtml, safeHref } from './escape-html.js';

export interface HtmlOptions {
  /**
   * Markup of the page's own (already escaped), set after the title and its lead: "Publicerad 15 december 2026", the
   * links to the files.
   */
  afterTitle?: string;
  /** Markup of the page's own (already escaped), set last in the article. */
  afterReport?: string;
}

/** A document as an `<article>` of semantic HTML without style or script; every text of it escaped. */
export function renderHtml(document: ReportDocument, options: HtmlOptions = {}): string {
  const ids = new Map<string, number>();
  const title = document.blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  const lead = document.blocks[title + 1];
  const opened = lead?.kind === 'paragraph' && lead.tone === 'lead' ? title + 1 : title;
  const html = document.blocks.map((block, index) => {
    const own = block.kind === 'heading' ? headingHtml(block, headingId(block.text, ids)) : blockHtml(block);
    return index === opened ? own + (options.afterTitle ?? '') : own;
  });
  return `<article class="report" lang="${document.language}">${html.join('')}${options.afterReport ?? ''}</article>`;
}

/** A sign with its word, in its pill. */
export function markHtml({ sign, word }: VerdictMark): string {
  const svg = `<svg aria-hidden="true" viewBox="0 0 12 12" width="12" height="12">${signShapes(sign, 'currentColor')}</svg>`;
  return `<span class="mark mark-${sign}">${svg}${escapeHtml(word)}</span>`;
}

function blockHtml(block: Exclude<Block, { kind: 'heading' }>): string {
  switch (block.kind) {
    case 'paragraph': {
      const tone = block.tone === 'body' ? '' : ` class="${block.tone}"`;
      return `<p${tone}>${inlineHtml(block.content)}</p>`;
    }
    case 'quote':
      return `<blockquote><p>${escapeHtml(block.text)}</p></blockquote>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return tableHtml(block);
    case 'definitions':
      return definitionsHtml(block);
    case 'facts': {
      const items = block.items.map(
        ({ value, label }) => `<li><strong>${escapeHtml(value)}</strong> <span>${escapeHtml(label)}</span></li>`,
      );
      return `<ul class="facts">${items.join('')}</ul>`;
    }
    case 'figure': {
      const svg = block.svg.replace('<svg ', '<svg aria-hidden="true" preserveAspectRatio="none" ');
      return `<div class="figure" role="img" aria-label="${escapeHtml(block.alt)}">${svg}</div>`;
    }
    case 'outcome':
      return `<div class="outcome outcome-${block.mark.sign}">${markHtml(block.mark)}<p>${escapeHtml(block.text)}</p></div>`;
    case 'link':
      return `<p>${inlineHtml([{ text: block.text, href: block.href }])}</p>`;
    case 'address':
      return `<p>${block.lines.map(escapeHtml).join('<br>')}</p>`;
    case 'page-break':
      return '<hr class="page-break">';
  }
}

function headingHtml({ level, text, mark }: HeadingBlock, id: string): string {
  const title = `<h${level} id="${id}">${escapeHtml(text)}</h${level}>`;
  return mark ? `<div class="judged judged-${level}">${title}${markHtml(mark)}</div>` : title;
}

function tableHtml(table: TableBlock): string {
  const numeric = (column: number): string => (table.columns[column]?.numeric ? ' class="n"' : '');
  const head = table.columns.map(({ title }, column) => `<th scope="col"${numeric(column)}>${escapeHtml(title)}</th>`);
  const rows = table.rows.map((cells) => {
    const parts = cells.map((cell, column) => {
      const [open, close] = table.rowHeaders && column === 0 ? ['th scope="row"', 'th'] : ['td', 'td'];
      return `<${open}${numeric(column)}>${cellHtml(cell)}</${close}>`;
    });
    return `<tr>${parts.join('')}</tr>`;
  });
  const caption = `<caption>${escapeHtml(table.caption)}</caption>`;
  const body = `<table>${caption}<thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<div class="table" role="group" tabindex="0" aria-label="${escapeHtml(table.caption)}">${body}</div>`;
}

function cellHtml({ paragraphs, mark }: Cell): string {
  const [only, ...more] = paragraphs;
  const text =
    only && more.length === 0
      ? inlineHtml(only)
      : paragraphs.map((content) => `<p>${inlineHtml(content)}</p>`).join('');
  return `${mark ? markHtml(mark) : ''}${text}`;
}

function definitionsHtml({ layout, items }: DefinitionsBlock): string {
  const parts = items.map(({ term, value }) => `<div><dt>${escapeHtml(term)}</dt><dd>${textHtml(value)}</dd></div>`);
  return `<dl class="definitions ${layout}">${parts.join('')}</dl>`;
}

function inlineHtml(content: readonly Inline[]): string {
  return content
    .map(({ text, strong, emphasis, href }) => {
      let html = textHtml(text);
      if (emphasis) html = `<em>${html}</em>`;
      if (strong) html = `<strong>${html}</strong>`;
      return href ? `<a href="${safeHref(href)}">${html}</a>` : html;
    })
    .join('');
}

/** Escaped text with each date as a `<time>`, which keeps it on one line. */
function textHtml(text: string): string {
  return escapeHtml(text).replace(/\b\d{4}-\d{2}-\d{2}\b/g, '<time>$&</time>');
}

/** An id made of the heading's letters, so that a link to a part of the page survives a new version. */
function headingId(text: string, ids: Map<string, number>): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const name = `del-${plain}`;
  const count = (ids.get(name) ?? 0) + 1;
  ids.set(name, count);
  return count === 1 ? name : `${name}-${count}`;
}
