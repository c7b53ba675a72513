import { HttpContextToken } from '@angular/common/http';

/** Set on the requests of signing in itself, where a 401 is an answer and not a lost session. */
export const ASKS_WHO_IS_SIGNED_IN = new HttpContextToken<boolean>(() => false);
