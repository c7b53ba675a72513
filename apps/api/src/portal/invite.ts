import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '../database/transaction.js';
import { ProviderInvitation } from './provider-invitation.entity.js';

const VALID_DAYS = 14;
const DAY_MS = 24 * 60 * 60_000;

export interface Invited {
  readonly providerId: string;
  /** The request that the person is to answer; null when the invitation is not about one. */
  readonly requestId: string | null;
  readonly email: string;
  readonly name: string;
  /** Whose invitation it is, where a job makes it; otherwise the person who acts. */
  readonly invitedBy?: string;
}

/**
 * Makes a single-use invitation to the provider's door. The token goes into the link of one mail; only its hash is kept.
 * It is valid for 14 days.
 */
export async function inviteToPortal(
  tx: Transaction,
  invited: Invited,
): Promise<{ invitationId: string; token: string }> {
  const token = randomBytes(32).toString('base64url');
  const invitationId = tx.newId();
  await tx.insert(ProviderInvitation, {
    municipalityId: tx.municipalityId,
    id: invitationId,
    providerId: invited.providerId,
    requestId: invited.requestId,
    email: invited.email.trim().toLowerCase(),
    name: invited.name,
    tokenHash: hashOfToken(token),
    expiresAt: new Date(tx.now.getTime() + VALID_DAYS * DAY_MS),
    invitedBy: invited.invitedBy ?? tx.accountId,
    createdAt: tx.now,
  });
  return { invitationId, token };
}

/** What is kept of an invitation's token. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
