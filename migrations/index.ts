// Every migration, oldest first. A migration is frozen once it has landed.
import { CreateFoundation1764000000000 } from './1764000000000-CreateFoundation.js';
import { CreateContracts1764000100000 } from './1764000100000-CreateContracts.js';
import { CreateFollowUps1764000110000 } from './1764000110000-CreateFollowUps.js';
import { CreateReports1764000120000 } from './1764000120000-CreateReports.js';
import { RegisterProvider1764000200000 } from './1764000200000-RegisterProvider.js';
import { IndexFollowUpLists1764000300000 } from './1764000300000-IndexFollowUpLists.js';
import { PruneIdempotencyKeys1764000310000 } from './1764000310000-PruneIdempotencyKeys.js';
import { GatherEvidence1764000400000 } from './1764000400000-GatherEvidence.js';
import { SendRequests1764000410000 } from './1764000410000-SendRequests.js';
import { OpenPortal1764000420000 } from './1764000420000-OpenPortal.js';
import { RegisterDelegations1764000500000 } from './1764000500000-RegisterDelegations.js';
import { CheckFacts1764000510000 } from './1764000510000-CheckFacts.js';
import { DemandActionPlans1764000520000 } from './1764000520000-DemandActionPlans.js';
import { Recheck1764000530000 } from './1764000530000-Recheck.js';
import { ClimbSanctionLadder1764000540000 } from './1764000540000-ClimbSanctionLadder.js';
import { KeepDeadlines1764000550000 } from './1764000550000-KeepDeadlines.js';
import { CiteAndAnswer1764000600000 } from './1764000600000-CiteAndAnswer.js';
import { RegisterIncomingPlans1764000610000 } from './1764000610000-RegisterIncomingPlans.js';
import { DemandPlanAnew1764000620000 } from './1764000620000-DemandPlanAnew.js';
import { AttachToDispute1764000630000 } from './1764000630000-AttachToDispute.js';

export const migrations = [
  CreateFoundation1764000000000,
  CreateContracts1764000100000,
  CreateFollowUps1764000110000,
  CreateReports1764000120000,
  RegisterProvider1764000200000,
  IndexFollowUpLists1764000300000,
  PruneIdempotencyKeys1764000310000,
  GatherEvidence1764000400000,
  SendRequests1764000410000,
  OpenPortal1764000420000,
  RegisterDelegations1764000500000,
  CheckFacts1764000510000,
  DemandActionPlans1764000520000,
  Recheck1764000530000,
  ClimbSanctionLadder1764000540000,
  KeepDeadlines1764000550000,
  CiteAndAnswer1764000600000,
  RegisterIncomingPlans1764000610000,
  DemandPlanAnew1764000620000,
  AttachToDispute1764000630000,
];
