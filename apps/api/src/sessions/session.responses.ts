import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS, type Permission, ROLES, type Role } from '@insyn/domain';

export class NamedRowResponse {
  @ApiProperty({ format: 'uuid' })
  public id!: string;

  @ApiProperty()
  public name!: string;
}

export class SessionAccountResponse {
  @ApiProperty({ format: 'uuid' })
  public id!: string;

  @ApiProperty()
  public name!: string;

  @ApiProperty({ type: String, nullable: true })
  public title!: string | null;

  @ApiProperty()
  public email!: string;
}

export class SessionMembershipResponse {
  @ApiProperty({ enum: ROLES })
  public role!: Role;

  @ApiProperty({ type: NamedRowResponse, nullable: true })
  public municipality!: NamedRowResponse | null;

  @ApiProperty({ type: [NamedRowResponse] })
  public committees!: NamedRowResponse[];
}

/** Who is signed in, where, and what the person may do there. */
export class SessionResponse {
  @ApiProperty({ type: SessionAccountResponse })
  public account!: SessionAccountResponse;

  @ApiProperty({ type: NamedRowResponse, nullable: true })
  public municipality!: NamedRowResponse | null;

  @ApiProperty({ enum: ROLES, isArray: true })
  public roles!: Role[];

  @ApiProperty({ type: [NamedRowResponse] })
  public committees!: NamedRowResponse[];

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  public permissions!: Permission[];

  @ApiProperty({ type: [SessionMembershipResponse] })
  public memberships!: SessionMembershipResponse[];

  @ApiProperty({ format: 'date-time', description: 'When the session ends if nothing more is done.' })
  public expiresAt!: string;

  @ApiProperty({ format: 'date', description: 'Today in Sweden, by the clock of the server.' })
  public today!: string;
}
