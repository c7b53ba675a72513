import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

/** Where a session stands: in a municipality, or with the providers that a person answers for. */
export const DOORS = ['staff', 'provider'] as const;
export type Door = (typeof DOORS)[number];

export class SignInRequest {
  @ApiProperty({ example: 'namn@example.se', maxLength: 254 })
  @IsEmail()
  @MaxLength(254)
  public email!: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  public password!: string;

  @ApiProperty({
    enum: DOORS,
    required: false,
    description: 'For people with both: where to go in. Without it the staff’s door, where the person has one.',
  })
  @IsOptional()
  @IsIn(DOORS)
  public door?: Door;
}

export class ChooseMunicipalityRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  public municipalityId!: string;
}
