import { Component } from '@angular/core';
import { PageHeader } from '../ui/page-header.js';
@Component({ selector: 'app-my-work-page', imports: [PageHeader], template: '<app-page-header heading="Mitt arbete" />' })
export class MyWorkPage {}
