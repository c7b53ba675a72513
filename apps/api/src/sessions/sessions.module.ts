import { Global, Module } from '@nestjs/common';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Signing in and out; the guard asks it who a request comes from. */
@Global()
@Module({
  controllers: [SessionsController],
  providers: [SessionsService, SignInThrottle],
  exports: [SessionsService, SignInThrottle],
})
export class SessionsModule {}
