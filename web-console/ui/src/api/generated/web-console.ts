// Made from docs/api/web-console.json by "npm run api-types"; do not edit.

export interface paths {
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what he may do */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's own password; this session goes on, the others of the user end
         * @description Local mode only. 429 with Retry-After after too many wrong present passwords.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the caller likes the pages */
        get: operations["getPreferences"];
        /** Keep how the caller likes the pages; the last one wins */
        put: operations["updatePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How people sign in here
         * @description Open to everybody. Sessions begin with POST /sign-in (a form) and end with POST /sign-out.
         */
        get: operations["getSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own personal access tokens, newest first
         * @description For administrators also those of the user named by user, or of everybody with user=*.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a token; the answer holds its secret, which is not shown again
         * @description 409 too-many-tokens from the 21st on. Not with a token.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token; it is refused from the next call on */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Local users by name; q is a part of it */
        get: operations["listUsers"];
        put?: never;
        /** Make a user; the answer holds a password for one use, which is not shown again */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user */
        get: operations["getUser"];
        /**
         * Change what a user may do; If-Match holds the ETag of the version that was edited
         * @description Ends the user's sessions. 409 last-administrator when nobody would be left to administer.
         */
        put: operations["updateUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{name}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a user a new password for one use, and end his sessions */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ChangePasswordRequest: {
            currentPassword: string;
            /** @description 12 to 72 bytes in UTF-8 */
            newPassword: string;
        };
        CreateTokenRequest: {
            /**
             * Format: int32
             * @description 1 to 365; 90 if null or absent
             */
            expiresInDays?: number | null;
            name: string;
            /**
             * @description no higher than one's own
             * @enum {string}
             */
            role: "VIEWER" | "EXPORTER" | "ADMIN";
            /** @description null or absent for all that the owner may see */
            sources?: string[] | null;
        };
        CreateUserRequest: {
            name: string;
            /** @enum {string} */
            role: "VIEWER" | "EXPORTER" | "ADMIN";
            /** @description null or absent for all */
            sources?: string[] | null;
        };
        MeView: {
            /** @description may administer the installation: ADMIN for all sources */
            administrator: boolean;
            name: string;
            /** @description until the password is changed, nothing else is answered */
            passwordChangeRequired: boolean;
            /** @description one, which contains the lesser ones */
            roles: ("VIEWER" | "EXPORTER" | "ADMIN")[];
            /**
             * Format: date-time
             * @description at the latest; null for a call without a session
             */
            sessionEndsAt: null | string;
            /** @enum {string} */
            signedInBy: "PASSWORD" | "TOKEN" | "OIDC";
            /** @description sources that the caller sees; null for all */
            sources: string[] | null;
        };
        NewPasswordView: {
            /** @description shown in this answer only; must be changed at the first sign-in */
            oneTimePassword: string;
            user: components["schemas"]["UserView"];
        };
        NewTokenView: {
            /** @description shown in this answer only */
            secret: string;
            token: components["schemas"]["TokenView"];
        };
        PreferencesView: {
            /** @description AUTO, LIGHT or DARK */
            colourScheme: null | string;
            /** @description en or de */
            language: null | string;
            /** @description IANA name */
            timeZone: null | string;
        };
        Problem: {
            detail?: string;
            /** @description all problems of a bad request */
            errors?: {
                field?: string;
                message?: string;
                /** @description the refused value; null when it was missing */
                rejected?: unknown;
            }[];
            /** Format: uri */
            instance?: string;
            /** Format: int32 */
            status?: number;
            title?: string;
            /** Format: uri */
            type?: string;
        };
        SignInView: {
            /** @description where a browser goes to be sent to the provider; null when user and password are asked for */
            location: null | string;
            /** @enum {string} */
            mode: "LOCAL" | "OIDC";
        };
        TokenListView: {
            items: components["schemas"]["TokenView"][];
        };
        TokenView: {
            /** Format: date-time */
            createdAt: string;
            expired: boolean;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description true to about a minute; null before the first use
             */
            lastUsedAt: null | string;
            name: string;
            /** @enum {string} */
            role: "VIEWER" | "EXPORTER" | "ADMIN";
            /** @description null for all that the owner may see */
            sources: string[] | null;
            user: string;
        };
        UpdateUserRequest: {
            enabled: boolean;
            /** @enum {string} */
            role: "VIEWER" | "EXPORTER" | "ADMIN";
            /** @description null or absent for all */
            sources?: string[] | null;
        };
        UserListView: {
            items: components["schemas"]["UserView"][];
            /** @description of the next page; null on the last one */
            nextCursor: null | string;
        };
        UserView: {
            /** Format: date-time */
            createdAt: string;
            /** @description null for the first administrator */
            createdBy: null | string;
            enabled: boolean;
            /** Format: date-time */
            lastSignedInAt: null | string;
            name: string;
            passwordChangeRequired: boolean;
            /** @enum {string} */
            role: "VIEWER" | "EXPORTER" | "ADMIN";
            /** @description null for all, also those to come */
            sources: string[] | null;
            /**
             * Format: int64
             * @description rises with every change; also the ETag
             */
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MeView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PreferencesView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesView"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PreferencesView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SignInView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                user?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TokenListView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTokenRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["NewTokenView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["UserListView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["NewPasswordView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["UserView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["UserView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["NewPasswordView"];
                };
            };
            /** @description Any failure (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
