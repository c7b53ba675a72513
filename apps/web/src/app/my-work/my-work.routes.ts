import type { Routes } from '@angular/router';
import { MyWorkPage } from './my-work-page.js';

const routes: Routes = [{ path: '', title: $localize`Mitt arbete`, component: MyWorkPage }];
export default routes;
