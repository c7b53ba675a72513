import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Page, Saved } from './identity.js';

export class SavedResponse implements Saved {
  @ApiProperty({ type: String, format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

/** The response class of a page of `item`, named after it: `PageOf(ContractListItemResponse)`. */
export function PageOf<Item>(item: Type<Item>): Type<Page<Item>> {
  class PageResponse implements Page<Item> {
    @ApiProperty({ type: [item] }) items!: Item[];
    @ApiProperty({ type: String, nullable: true }) next!: string | null;
  }
  Object.defineProperty(PageResponse, 'name', { value: `PageOf${item.name}` });
  return PageResponse;
}
