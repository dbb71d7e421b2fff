export type { AuditLine, Token, TokenWithSecret, User, UserWithPassword } from '../../api/types';
