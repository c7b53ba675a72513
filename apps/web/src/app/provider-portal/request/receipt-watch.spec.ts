import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PortalRequestView } from '@insyn/api-schema';
import { aCompleteRequest, aSubmission, RequestPageProbe, URL_OF_REQUEST } from './request-page-probe.js';

describe('the receipt of answers that were just handed in', () => {
  let probe: RequestPageProbe;
  beforeEach(() => {
    probe = new RequestPageProbe();
  });
  afterEach(() => probe.close());

  const handedIn = (href: string | null): PortalRequestView => ({
    ...aCompleteRequest(),
    ...{ state: 'answered', editable: false },
    submissions: [aSubmission({ receipt: { id: 'd2', title: 'Kvittens', href } })],
  });
  const link = () => probe.page.querySelector('a[href="/api/portal/documents/d2"]');
  const wait = (seconds: number) => probe.settle(seconds * 1000);

  it('appears by itself when it has been drawn up, and is not looked for after that', async () => {
    await probe.open(handedIn(null));
    expect(probe.text()).toContain('Kvittensen tas fram och finns här om en stund.');
    await wait(1);
    probe.server.expectOne(URL_OF_REQUEST).flush(handedIn(null));
    await probe.settle();
    expect(link()).toBeNull();
    await wait(1);
    probe.server.expectNone(URL_OF_REQUEST);
    await wait(1);
    probe.server.expectOne(URL_OF_REQUEST).flush(handedIn('/api/portal/documents/d2'));
    await probe.settle();
    expect(link()?.textContent).toContain('kvittensen');
    await wait(120);
    probe.server.expectNone(URL_OF_REQUEST);
  });

  it('is looked for again when the network fails, and for about a minute', async () => {
    await probe.open(handedIn(null));
    for (const seconds of [1, 2, 4, 8, 15, 30]) {
      await wait(seconds);
      probe.server.expectOne(URL_OF_REQUEST).error(new ProgressEvent('error'));
      await probe.settle();
      expect(probe.text()).toContain('Kvittensen tas fram');
    }
    await wait(600);
    probe.server.expectNone(URL_OF_REQUEST);
  });

  it('that is there already, or of no round, is not looked for', async () => {
    await probe.open(handedIn('/api/portal/documents/d2'));
    await wait(120);
    probe.server.expectNone(URL_OF_REQUEST);
  });
});
