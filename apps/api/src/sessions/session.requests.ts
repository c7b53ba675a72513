import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

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
}

export class ChooseMunicipalityRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  public municipalityId!: string;
}
