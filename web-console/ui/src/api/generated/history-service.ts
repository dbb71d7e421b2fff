// Made from docs/api/history-service.json by "npm run api-types"; do not edit.

export interface paths {
    "/api/v1/admin/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rebuild under way or, if there is none, the last one */
        get: operations["getRebuild"];
        put?: never;
        /**
         * Makes the read model anew from the events of all runs
         * @description The old one serves and is kept up to date meanwhile, and is replaced in one instant. Deleted lines stay deleted. 409 while a rebuild is under way.
         */
        post: operations["rebuild"];
        /** Ends the rebuild under way; the old read model serves on */
        delete: operations["cancelRebuild"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files and manifests of completed runs, newest first unless sorted otherwise
         * @description createdFrom and createdTo bound the time of publication, half-open; q is a part of the name. sort is one of createdAt, expiresAt, name, bytes, type, source, jobTitle; a leading - means descending.
         */
        get: operations["listArtifacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artifacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes an artifact; the run's history stays */
        delete: operations["deleteArtifact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artifacts/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The content of an artifact; Range and If-Range are honoured */
        get: operations["downloadArtifact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artifacts/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for a link: up to 100 artifacts as one zip, streamed */
        get: operations["downloadArchive"];
        put?: never;
        /** Up to 100 artifacts as one zip, streamed */
        post: operations["archiveArtifacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artifacts/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deletes up to 100 artifacts */
        post: operations["deleteArtifacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["listAuditRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All records of a filter as CSV, newest first */
        get: operations["exportAuditRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends outcomes again, to the topic or to one webhook
         * @description Chosen are the outcomes that were committed in [from, to), of one job or of all. Their identities and contents are those of the first time, so that consumers drop what they have.
         */
        post: operations["replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A replay that was ordered, and by whom */
        get: operations["getReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Active and ended runs, newest first unless sorted otherwise
         * @description Instants bound half-open intervals (from and to that of the request), amounts closed ones; a run that has no start, end, rows or bytes yet is in no interval of them. status, source, type and trigger may be repeated. q is a part of the job's title, file a part of the name of a file (its number in a split set is not told apart). sort is one of requestedAt, fireTime, startedAt, endedAt, duration, jobTitle, source, type, status, rows, bytes, fileName; a leading - means descending.
         */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run */
        get: operations["getRun"];
        put?: never;
        post?: never;
        /** Deletes the line of an ended run; its artifacts stay */
        delete: operations["deleteRun"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The manifest of a completed run, as it is stored */
        get: operations["getManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phases, chunks, attempts: who, when, how long, what failed
         * @description All phases are in every page; cursor and limit page the attempts.
         */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/eta-quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How good the estimates of the latest completed runs were, of one job or of all
         * @description limit is the number of runs looked back on, 20 unless given.
         */
        get: operations["getEtaQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest runs of up to 100 jobs, newest first
         * @description perJob is the number of runs of each job, 1 to 50.
         */
        get: operations["listLatestRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events: "run" with the run's view, at most 2 s old
         * @description Begins with the active runs; with Last-Event-ID also with those that changed since. Views may be repeated. The stream ends after a while and is then opened again by the browser.
         */
        get: operations["streamRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks, oldest first */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have outcomes sent to a URL
         * @description The answer holds the secret that deliveries are signed with; it is not shown again.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        /**
         * Change, disable or enable a webhook; If-Match holds the ETag of the version that was edited
         * @description Disabling cancels what waits to be delivered; a replay sends it later.
         */
        put: operations["updateWebhook"];
        post?: never;
        /** Deletes a webhook and the log of its deliveries */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret; for a day deliveries are signed with the old one as well */
        post: operations["changeWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries of a webhook, last queued first */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery with every attempt at it */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/deliveries/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the event of a delivery again, with the same identity */
        post: operations["redeliver"];
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
        ArtifactListView: {
            items?: components["schemas"]["ArtifactView"][];
            nextCursor?: string;
        };
        ArtifactView: {
            /** Format: int64 */
            bytes?: number;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            expiresAt?: string;
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            jobId?: string;
            jobTitle?: string;
            /** @enum {string} */
            kind?: "FILE" | "MANIFEST";
            mediaType?: string;
            name?: string;
            /** Format: int32 */
            part?: number;
            /** Format: int32 */
            parts?: number;
            /** Format: int64 */
            remainingDays?: number;
            /** Format: int64 */
            rows?: number;
            /** Format: uuid */
            runId?: string;
            sha256?: string;
            source?: string;
            type?: string;
        };
        AttemptView: {
            /** Format: int64 */
            durationMillis?: number;
            error?: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: int32 */
            status?: number;
        };
        AuditChangeView: {
            field?: string;
            from?: string;
            to?: string;
        };
        AuditListView: {
            items?: components["schemas"]["AuditView"][];
            nextCursor?: string;
        };
        AuditSubjectView: {
            id?: string;
            kind?: string;
            name?: string;
        };
        AuditView: {
            action?: string;
            actor?: string;
            address?: string;
            /** Format: date-time */
            at?: string;
            changes?: components["schemas"]["AuditChangeView"][];
            /** Format: uuid */
            id?: string;
            role?: string;
            source?: string;
            subject?: components["schemas"]["AuditSubjectView"];
        };
        DeletedArtifactView: {
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            outcome?: "DELETED" | "MISSING";
        };
        DeletionRequest: {
            ids?: string[];
        };
        DeletionView: {
            deleted?: string[];
            missing?: string[];
            results?: components["schemas"]["DeletedArtifactView"][];
        };
        DeliveryListView: {
            items?: components["schemas"]["DeliveryView"][];
            nextCursor?: string;
        };
        DeliveryView: {
            /** Format: int32 */
            attempts?: number;
            /** Format: date-time */
            endedAt?: string;
            /** Format: uuid */
            eventId?: string;
            /** @enum {string} */
            eventType?: "EXPORT_COMPLETED" | "EXPORT_EXPIRING";
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            jobId?: string;
            /** Format: date-time */
            lastAttemptAt?: string;
            lastError?: string;
            /** Format: int32 */
            lastStatus?: number;
            log?: components["schemas"]["AttemptView"][];
            /** Format: date-time */
            nextAttemptAt?: string;
            outcome?: string;
            /** Format: date-time */
            queuedAt?: string;
            /** Format: uuid */
            runId?: string;
            /** @enum {string} */
            state?: "PENDING" | "DELIVERED" | "FAILED" | "CANCELLED";
        };
        EtaQualityView: {
            /** Format: double */
            coverage?: number;
            inWords?: string;
            /** Format: uuid */
            jobId?: string;
            /** Format: double */
            jumpsPerRun?: number;
            /** Format: double */
            largestAgeSeconds?: number;
            /** Format: double */
            meanAgeSeconds?: number;
            /** Format: double */
            normalisedError?: number;
            /** Format: double */
            normalisedErrorP90?: number;
            /** Format: int32 */
            runs?: number;
        };
        EtaView: {
            /** Format: date-time */
            at?: string;
            /** Format: date-time */
            earliest?: string;
            /** Format: date-time */
            latest?: string;
        };
        FailureView: {
            kind?: string;
            message?: string;
            retryable?: boolean;
        };
        JobRunsView: {
            /** Format: uuid */
            jobId?: string;
            runs?: components["schemas"]["RunView"][];
        };
        LatestRunsView: {
            items?: components["schemas"]["JobRunsView"][];
        };
        PhaseView: {
            /** Format: date-time */
            endedAt?: string;
            /** @enum {string} */
            phase?: "WAITING" | "PLANNING" | "EXPORTING" | "ASSEMBLING" | "PUBLISHING";
            /** Format: double */
            seconds?: number;
            /** Format: date-time */
            startedAt?: string;
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
        ProgressView: {
            /** Format: date-time */
            asOf?: string;
            /** Format: int64 */
            bytes?: number;
            /** Format: int64 */
            chunksDone?: number;
            /** Format: int32 */
            chunksTotal?: number;
            /** Format: double */
            fraction?: number;
            /** Format: int64 */
            rows?: number;
        };
        RebuildView: {
            /** Format: date-time */
            endedAt?: string;
            /** Format: int64 */
            events?: number;
            /** Format: int64 */
            eventsTotal?: number;
            failure?: string;
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            requestedAt?: string;
            requestedBy?: string;
            /** @enum {string} */
            state?: "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED";
            /** Format: int64 */
            unreadable?: number;
        };
        ReplayRequest: {
            /** Format: date-time */
            from?: string;
            /** Format: uuid */
            jobId?: string;
            /** Format: date-time */
            to?: string;
            /** Format: uuid */
            webhookId?: string;
        };
        ReplayView: {
            /** Format: int32 */
            events?: number;
            /** Format: date-time */
            from?: string;
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            jobId?: string;
            /** Format: date-time */
            requestedAt?: string;
            requestedBy?: string;
            /** Format: date-time */
            to?: string;
            /** Format: uuid */
            webhookId?: string;
        };
        RunListView: {
            items?: components["schemas"]["RunView"][];
            nextCursor?: string;
        };
        RunView: {
            /** Format: date-time */
            closedThrough?: string;
            /** Format: date-time */
            endedAt?: string;
            eta?: components["schemas"]["EtaView"];
            etaUnknownBecause?: string;
            expectedWork?: components["schemas"]["WorkView"];
            /** Format: date-time */
            expiresAt?: string;
            failure?: components["schemas"]["FailureView"];
            fileName?: string;
            /** Format: int32 */
            files?: number;
            /** Format: date-time */
            fireTime?: string;
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            jobId?: string;
            jobTitle?: string;
            manifestSha256?: string;
            /** @enum {string} */
            phase?: "WAITING" | "PLANNING" | "EXPORTING" | "ASSEMBLING" | "PUBLISHING";
            progress?: components["schemas"]["ProgressView"];
            /** Format: date-time */
            requestedAt?: string;
            requestedBy?: string;
            source?: string;
            /** Format: date-time */
            startedAt?: string;
            /** @enum {string} */
            status?: "REQUESTED" | "PLANNED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED" | "SKIPPED";
            /** Format: int64 */
            storedBytes?: number;
            trigger?: string;
            type?: string;
            window?: components["schemas"]["WindowView"];
            windowWarning?: string;
        };
        TimelineAttempt: {
            /** Format: int32 */
            attempt?: number;
            /** Format: int64 */
            bytes?: number;
            /** Format: date-time */
            endedAt?: string;
            /** Format: int64 */
            epoch?: number;
            failure?: components["schemas"]["FailureView"];
            /** Format: int32 */
            number?: number;
            /** @enum {string} */
            outcome?: "RUNNING" | "DONE" | "FAILED" | "LOST" | "STOPPED";
            /** Format: date-time */
            retryAt?: string;
            /** Format: int64 */
            rows?: number;
            /** Format: double */
            seconds?: number;
            /** Format: date-time */
            startedAt?: string;
            /** @enum {string} */
            task?: "UNKNOWN" | "PLAN" | "EXPORT" | "ASSEMBLE" | "PUBLISH";
            worker?: string;
        };
        TimelineView: {
            items?: components["schemas"]["TimelineAttempt"][];
            nextCursor?: string;
            phases?: components["schemas"]["PhaseView"][];
            /** Format: uuid */
            runId?: string;
        };
        WebhookListView: {
            items?: components["schemas"]["WebhookView"][];
            nextCursor?: string;
        };
        WebhookRequest: {
            description?: string;
            enabled?: boolean;
            eventTypes?: ("EXPORT_COMPLETED" | "EXPORT_EXPIRING")[];
            /** Format: uuid */
            jobId?: string;
            url?: string;
        };
        WebhookView: {
            /** Format: date-time */
            createdAt?: string;
            createdBy?: string;
            description?: string;
            disabledBecause?: string;
            enabled?: boolean;
            eventTypes?: ("EXPORT_COMPLETED" | "EXPORT_EXPIRING")[];
            /** Format: uuid */
            id?: string;
            /** Format: uuid */
            jobId?: string;
            /** @description signs the deliveries; only in the answer to the request that made it */
            secret?: string;
            /** Format: date-time */
            updatedAt?: string;
            url?: string;
            /** Format: int32 */
            version?: number;
        };
        WindowView: {
            /** Format: date-time */
            from?: string;
            /** Format: date-time */
            to?: string;
        };
        WorkView: {
            /** Format: double */
            least?: number;
            /** Format: double */
            most?: number;
            /** Format: double */
            seconds?: number;
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
    getRebuild: {
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
                    "application/json": components["schemas"]["RebuildView"];
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
    rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildView"];
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
    cancelRebuild: {
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
                    "application/json": components["schemas"]["RebuildView"];
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
    listArtifacts: {
        parameters: {
            query?: {
                createdFrom?: string;
                createdTo?: string;
                cursor?: string;
                jobId?: string;
                limit?: number;
                q?: string;
                runId?: string;
                sort?: string;
                source?: string;
                type?: string;
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
                    "application/json": components["schemas"]["ArtifactListView"];
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
    deleteArtifact: {
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
    downloadArtifact: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
                "If-Range"?: string;
                Range?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description The range asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It has no such range */
            416: {
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
    downloadArchive: {
        parameters: {
            query?: {
                ids?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A zip with a folder for each run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
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
    archiveArtifacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeletionRequest"];
            };
        };
        responses: {
            /** @description A zip with a folder for each run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
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
    deleteArtifacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeletionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionView"];
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
    listAuditRecords: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                q?: string;
                source?: string;
                subject?: string;
                subjectKind?: string;
                to?: string;
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
                    "application/json": components["schemas"]["AuditListView"];
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
    exportAuditRecords: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                from?: string;
                q?: string;
                source?: string;
                subject?: string;
                subjectKind?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A header line and a line for each record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
    replay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
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
    getReplay: {
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
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
    listRuns: {
        parameters: {
            query?: {
                cursor?: string;
                endedFrom?: string;
                endedTo?: string;
                file?: string;
                from?: string;
                jobId?: string;
                limit?: number;
                maxBytes?: number;
                maxRows?: number;
                maxSeconds?: number;
                minBytes?: number;
                minRows?: number;
                minSeconds?: number;
                q?: string;
                sort?: string;
                source?: string[];
                startedFrom?: string;
                startedTo?: string;
                status?: ("REQUESTED" | "PLANNED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED" | "SKIPPED")[];
                to?: string;
                trigger?: string[];
                type?: string[];
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
                    "application/json": components["schemas"]["RunListView"];
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
    getRun: {
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
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
    deleteRun: {
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
    getManifest: {
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
            /** @description The manifest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    getTimeline: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["TimelineView"];
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
    getEtaQuality: {
        parameters: {
            query?: {
                jobId?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["EtaQualityView"];
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
    listLatestRuns: {
        parameters: {
            query: {
                jobId: string[];
                perJob?: number;
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
                    "application/json": components["schemas"]["LatestRunsView"];
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
    streamRuns: {
        parameters: {
            query?: {
                jobId?: string;
            };
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events named run; comments are heartbeats */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["RunView"];
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
    listWebhooks: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["WebhookListView"];
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
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
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
    getWebhook: {
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
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
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
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
    deleteWebhook: {
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
    changeWebhookSecret: {
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
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
    listDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "PENDING" | "DELIVERED" | "FAILED" | "CANCELLED";
            };
            header?: never;
            path: {
                webhookId: string;
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
                    "application/json": components["schemas"]["DeliveryListView"];
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
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                webhookId: string;
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
                    "application/json": components["schemas"]["DeliveryView"];
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
    redeliver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
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
