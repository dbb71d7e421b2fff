import type { Role } from '../../api/types';

/** A person who signs in with a password kept here. */
export interface User {
  name: string;
  role: Role;
  /** null for all, also those to come */
  sources: string[] | null;
  enabled: boolean;
  passwordChangeRequired: boolean;
  lastSignedInAt: string | null;
  createdAt: string;
  /** null for the administrator of the first start, whom nobody created */
  createdBy: string | null;
  version: number;
}

/** An answer with a password that is shown this once. */
export interface UserWithPassword {
  user: User;
  oneTimePassword: string;
}

/** A personal access token, without its secret. */
export interface Token {
  id: string;
  user: string;
  name: string;
  role: Role;
  sources: string[] | null;
  createdAt: string;
  expiresAt: string;
  expired: boolean;
  lastUsedAt: string | null;
}

export interface TokenWithSecret {
  token: Token;
  secret: string;
}

/** A line of the audit log. */
export interface AuditLine {
  id: string;
  at: string;
  actor: string;
  role: string | null;
  /** the network address that the call came from */
  address: string | null;
  action: string;
  subject: { kind: string; id: string; name: string | null };
  source: string | null;
  changes: { field: string; from: unknown; to: unknown }[];
}
