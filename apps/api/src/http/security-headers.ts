import type { Settings } from '../settings/settings.js';

/** What a page of ours may load and who may frame it. */
const CONTENT_SECURITY = [
  "default-src 'self'",
  "script-src 'self'",
  // Angular's component styles are style elements; scripts get no such exception.
  "style-src 'self' 'unsafe-inline'",
  // Files are looked at from memory: they are downloads by their address, and never pages of this origin.
  "img-src 'self' data: blob:",
  'frame-src blob:',
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** The headers that keep other sites and scripts out, the same for every answer. */
export function securityHeaders({ PUBLIC_URL }: Settings): Readonly<Record<string, string>> {
  const https = PUBLIC_URL.startsWith('https:');
  return {
    'content-security-policy': [...CONTENT_SECURITY, ...(https ? ['upgrade-insecure-requests'] : [])].join(';'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  };
}
