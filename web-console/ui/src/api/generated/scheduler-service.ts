// Made from docs/api/scheduler-service.json by "npm run api-types"; do not edit.

export interface paths {
    "/api/v1/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources, types, entity types, date columns, formats */
        get: operations["catalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, filtered, sorted, page by page */
        get: operations["list"];
        put?: never;
        /** Save a new job */
        post: operations["create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A job */
        get: operations["get"];
        /** Save a new version of a job; If-Match holds the ETag of the version that was edited */
        put: operations["update"];
        post?: never;
        /** Delete a job; its history and artifacts stay until they expire */
        delete: operations["delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}/backfills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Backfills of a job, newest first, page by page */
        get: operations["list_1"];
        put?: never;
        /**
         * Export a range of the past, split by the job's period
         * @description The range is cut at the fire times inside it, into at most 1,000 windows. They become runs one at a time, in order, with the settings that the job has now, whenever nothing else of the job is at work, waits or is due: the schedule goes first. A window that fails holds up no other. 409 no-period for a one-time job.
         */
        post: operations["request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}/backfills/{backfillId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A backfill: its windows, and the runs that they became */
        get: operations["get_2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}/backfills/{backfillId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a backfill
         * @description Windows that wait never become runs; a run of it in progress is cancelled; what has completed stays. 409 backfill-ended when nothing is left to cancel.
         */
        post: operations["cancel_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}/missed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a suspended job would have to catch up with if it were resumed now
         * @description None for a job that is active: it deals with fire times by its own policy.
         */
        get: operations["missed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended recurring job fire again */
        post: operations["resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a job now; the schedule goes on as before */
        post: operations["runNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a job from firing; a run at work goes on */
        post: operations["suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of a job, newest first, page by page; every edit makes one */
        get: operations["list_2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version of a job
         * @description What the job's settings were; sent to POST /jobs they make a clone.
         */
        get: operations["get_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete up to 100 jobs; their history and artifacts stay until they expire
         * @description Each job by itself, in the order of the ids: one that refuses holds up no other. The answer says for each what became of it. Repeating the command is harmless.
         */
        post: operations["delete_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next fire times and windows of a job, saved or not */
        post: operations["preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let up to 100 suspended recurring jobs fire again
         * @description Each job by itself, in the order of the ids: one that refuses holds up no other. The answer says for each what became of it. Repeating the command is harmless.
         */
        post: operations["resume_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop up to 100 jobs from firing
         * @description Each job by itself, in the order of the ids: one that refuses holds up no other. The answer says for each what became of it. Repeating the command is harmless.
         */
        post: operations["suspend_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run; nothing of it is published */
        post: operations["cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run the window and settings of an ended run again, as a new run */
        post: operations["retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The settings that a run was issued with
         * @description Those of the job's version that the run names, whatever was edited since; also after the job was deleted. Sent to POST /jobs they make a clone of that very instance.
         */
        get: operations["settings"];
        put?: never;
        post?: never;
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
        AllData: {
            /** @enum {string} */
            kind: "ALL";
        };
        Backfill: {
            /** Format: date-time */
            from: string;
            /**
             * Format: uuid
             * @description null on a dry run: nothing was taken on
             */
            id: string | null;
            /** Format: uuid */
            jobId: string;
            /**
             * Format: int32
             * @description version of the job that all its runs use: the one when it was asked for
             */
            jobVersion: number;
            /**
             * Format: date-time
             * @description null on a dry run
             */
            requestedAt: string | null;
            /** @description null on a dry run */
            requestedBy: string | null;
            runs: components["schemas"]["BackfillRuns"];
            /**
             * @description OPEN while windows wait for their turn, ISSUED when every window has become a run, CANCELLED when it was stopped before; null on a dry run
             * @enum {string|null}
             */
            state: "OPEN" | "ISSUED" | "CANCELLED" | null;
            /** @description who or what stopped it; null while nobody did */
            stoppedReason: string | null;
            /** Format: date-time */
            to: string;
            /** Format: int32 */
            windowCount: number;
            /** @description in order; together the range, without gap or overlap; empty in lists */
            windows: components["schemas"]["BackfillWindow"][];
        };
        BackfillList: {
            /** @description newest first; their windows are left out */
            items: components["schemas"]["Backfill"][];
            /** @description null on the last page */
            nextCursor: string | null;
        };
        /** @description Half-open: from belongs to the range, to does not */
        BackfillRequest: {
            /** @description true: answer the windows and take nothing on; false when absent */
            dryRun?: boolean;
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description not in the future
             */
            to: string;
        };
        /** @description how many of its windows are how far */
        BackfillRuns: {
            /** Format: int32 */
            cancelled: number;
            /** Format: int32 */
            completed: number;
            /** Format: int32 */
            failed: number;
            /**
             * Format: int32
             * @description runs that have not ended
             */
            inProgress: number;
            /**
             * Format: int32
             * @description windows that have not become runs yet; 0 when it was cancelled
             */
            waiting: number;
        };
        /** @description Half-open: from belongs to it, to does not */
        BackfillWindow: {
            /** Format: date-time */
            from: string;
            /**
             * Format: int32
             * @description place in the order, from 1
             */
            number: number;
            /**
             * Format: uuid
             * @description the run that it became; null while it waits
             */
            runId: string | null;
            /**
             * @description of that run
             * @enum {string|null}
             */
            status: "REQUESTED" | "PLANNED" | "RUNNING" | "CANCELLED" | "FAILED" | "COMPLETED" | "SKIPPED" | null;
            /** Format: date-time */
            to: string;
        };
        BulkDeletion: {
            /** @description 1 to 100, each once */
            ids: string[];
        };
        BulkResult: {
            results: components["schemas"]["JobResult"][];
        };
        BulkResumption: {
            /** @description 1 to 100, each once */
            ids: string[];
            /**
             * @description what becomes of runs missed meanwhile; each job's own policy when absent
             * @enum {string|null}
             */
            missedRuns?: "EACH" | "LATEST" | "MERGED" | "NONE" | null;
        };
        BulkSuspension: {
            /** @description 1 to 100, each once */
            ids: string[];
            reason?: string | null;
        };
        CatalogView: {
            sources: components["schemas"]["SourceView"][];
        };
        Daily: {
            /**
             * @description local time
             * @example 02:30
             */
            at: string;
            /** @enum {string} */
            kind: "DAILY";
        };
        /** @description Which data a run exports */
        DateRange: components["schemas"]["AllData"] | components["schemas"]["FixedInterval"] | components["schemas"]["LastUnits"] | components["schemas"]["SinceLast"];
        EntityTypeView: {
            label: string;
            name: string;
        };
        FireTime: {
            /** Format: date-time */
            at: string;
            /** @example 2026-10-25T02:30+01:00[Europe/Rome] */
            local: string;
            window: components["schemas"]["Window"];
        };
        /** @description Half-open: from belongs to it, to does not */
        FixedInterval: {
            /** Format: date-time */
            from: string;
            /** @enum {string} */
            kind: "FIXED";
            /** Format: date-time */
            to: string;
        };
        Hourly: {
            /**
             * Format: int32
             * @description hours between runs, counted from 00:00
             */
            everyHours: number;
            /** @enum {string} */
            kind: "HOURLY";
            /**
             * Format: int32
             * @description minute past the hour
             */
            minute: number;
        };
        Job: {
            /** @description what the edit changes about coming runs and windows, in words; empty but in answers to PUT */
            changes: string[];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            dateColumn: string;
            dateRange: components["schemas"]["DateRange"];
            description: string | null;
            /** @description false for a one-time job that was submitted to run */
            editable: boolean;
            /** @description null means all */
            entityTypes: string[] | null;
            /** Format: uuid */
            id: string;
            lastRun: components["schemas"]["LastRun"];
            /** @enum {string} */
            missedRuns: "EACH" | "LATEST" | "MERGED" | "NONE";
            /**
             * Format: date-time
             * @description null when the job is suspended or has no fire time any more
             */
            nextFireTime: string | null;
            output: components["schemas"]["Output"];
            /** @enum {string} */
            overlap: "WAIT" | "SKIP";
            /** @description whether it can be resumed when it is suspended; one-time jobs cannot */
            resumable: boolean;
            /**
             * Format: int32
             * @description days for which the files of its runs are kept; null for the installation's retention
             */
            retentionDays: number | null;
            schedule: components["schemas"]["Schedule"];
            source: string;
            /** @enum {string} */
            state: "ACTIVE" | "SUSPENDED";
            /**
             * Format: int32
             * @description failed runs in a row after which it is suspended; null for never
             */
            suspendAfterFailures: number | null;
            /** @description why it is suspended, when somebody said so */
            suspendedReason: string | null;
            timeZone: string;
            title: string;
            type: string;
            /** Format: date-time */
            updatedAt: string;
            /**
             * Format: int32
             * @description rises with every edit; also the ETag
             */
            version: number;
        };
        JobList: {
            items: components["schemas"]["Job"][];
            /** @description null on the last page */
            nextCursor: string | null;
        };
        JobProblem: {
            /** @description in words */
            detail: string;
            /**
             * Format: uri
             * @description as in a problem document: .../run-in-progress, .../not-found and so on
             */
            type: string;
        };
        JobResult: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            outcome: "DONE" | "REFUSED";
            /** @description why it was refused; null when it was done */
            problem: components["schemas"]["JobProblem"];
        };
        /** @description A job to be saved. Fields of an answer that are not listed here may be sent back; their values are not used. */
        JobSettings: {
            /** @description Date column of the type that windows rest on; the type's default when absent */
            dateColumn?: string;
            dateRange: components["schemas"]["DateRange"];
            description?: string | null;
            /** @description API names; null means all. Only for types that have entity types */
            entityTypes?: string[] | null;
            /**
             * @description EACH when absent
             * @enum {string}
             */
            missedRuns?: "EACH" | "LATEST" | "MERGED" | "NONE";
            output?: components["schemas"]["Output"];
            /**
             * @description WAIT when absent
             * @enum {string}
             */
            overlap?: "WAIT" | "SKIP";
            /**
             * Format: int32
             * @description days for which the files of its runs are kept; null, as when absent, for the installation's retention, 30 days unless set otherwise
             */
            retentionDays?: number | null;
            schedule: components["schemas"]["Schedule"];
            /** @description A source of the catalog */
            source: string;
            /**
             * Format: int32
             * @description failed runs in a row after which a recurring job is suspended; null, as when absent, for never
             */
            suspendAfterFailures?: number | null;
            /**
             * @description IANA name; UTC when absent
             * @example Europe/Rome
             */
            timeZone?: string;
            title: string;
            /** @description A type of that source */
            type: string;
        };
        JobVersion: {
            /** Format: date-time */
            createdAt: string;
            /** @description who saved it */
            createdBy: string;
            /** Format: uuid */
            jobId: string;
            /** @description may be sent to POST /jobs to make a clone, or to PUT to make it current again */
            settings: components["schemas"]["JobSettings"];
            /** Format: int32 */
            version: number;
        };
        JobVersionList: {
            /** @description newest first */
            items: components["schemas"]["JobVersion"][];
            /** @description null on the last page */
            nextCursor: string | null;
        };
        LastRun: {
            /**
             * Format: date-time
             * @description since when it has this status
             */
            at: string;
            /** Format: uuid */
            runId: string;
            /** @enum {string} */
            status: "REQUESTED" | "PLANNED" | "RUNNING" | "CANCELLED" | "FAILED" | "COMPLETED" | "SKIPPED";
        };
        /** @description The last units before the fire time */
        LastUnits: {
            /** Format: int32 */
            amount: number;
            /** @enum {string} */
            kind: "LAST";
            /** @enum {string} */
            unit: "HOURS" | "DAYS" | "WEEKS" | "MONTHS";
        };
        MissedFireTime: {
            /** Format: date-time */
            at: string;
            window: components["schemas"]["MissedWindow"];
        };
        MissedFireTimes: {
            /** Format: int32 */
            count: number;
            fireTimes: components["schemas"]["MissedFireTime"][];
            latest: components["schemas"]["MissedWindow"];
            merged: components["schemas"]["MissedWindow"];
            more: boolean;
        };
        /** @description Half-open: from belongs to it, to does not */
        MissedWindow: {
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            to: string | null;
        };
        MonthlyOnADay: {
            /**
             * @description local time
             * @example 02:30
             */
            at: string;
            /** Format: int32 */
            dayOfMonth: number;
            /** @enum {string} */
            kind: "MONTHLY";
            /**
             * @description what happens in months that lack the day; SKIP when absent
             * @enum {string}
             */
            shortMonths?: "SKIP" | "LAST_DAY";
        };
        MonthlyOnTheLastDay: {
            /**
             * @description local time
             * @example 02:30
             */
            at: string;
            /** @enum {string} */
            dayOfMonth: "LAST";
            /** @enum {string} */
            kind: "MONTHLY";
        };
        Once: {
            /** @enum {string} */
            kind: "ONCE";
            /**
             * Format: date-time
             * @description when it starts; null to start immediately
             */
            startAt?: string | null;
        };
        /** @description How the records are written */
        Output: {
            /** @description must be null: encryption is not offered */
            certificateId?: string | null;
            compression?: string;
            format?: string;
            /**
             * Format: int32
             * @description largest size of a file in MB of 1,048,576 bytes; null for one file
             */
            splitSizeMb?: number | null;
        };
        Preview: {
            fireTimes: components["schemas"]["FireTime"][];
            notes: string[];
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
        Resumption: {
            /**
             * @description what becomes of runs missed meanwhile; the job's own policy when absent
             * @enum {string|null}
             */
            missedRuns?: "EACH" | "LATEST" | "MERGED" | "NONE" | null;
        };
        RunAccepted: {
            /** Format: uuid */
            runId: string;
        };
        RunNow: {
            /** @description the window that the job would have if it were due now, when absent */
            window?: components["schemas"]["WindowRequest"];
        };
        RunSettings: {
            /** Format: date-time */
            fireTime: string;
            /** Format: uuid */
            jobId: string;
            /**
             * Format: int32
             * @description the version of the job that the run names
             */
            jobVersion: number;
            /**
             * Format: uuid
             * @description the run that it repeats
             */
            retryOf: string | null;
            /** Format: uuid */
            runId: string;
            /** @description may be sent to POST /jobs as it is, unless it runs one time at a start that has passed */
            settings: components["schemas"]["JobSettings"];
            /** @enum {string} */
            trigger: "SCHEDULE" | "MANUAL" | "BACKFILL" | "RETRY";
            window: components["schemas"]["RunWindow"];
        };
        /** @description Half-open: from belongs to it, to does not */
        RunWindow: {
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            to: string | null;
        };
        /** @description When the job runs */
        Schedule: components["schemas"]["Once"] | components["schemas"]["Hourly"] | components["schemas"]["Daily"] | components["schemas"]["Weekly"] | components["schemas"]["MonthlyOnADay"] | components["schemas"]["MonthlyOnTheLastDay"];
        /** @description From the end of the job's previous window to the fire time: windows without gap and overlap, whatever is edited, missed or skipped. Retries and runs by hand leave them alone. Only for jobs that run more than once */
        SinceLast: {
            /**
             * Format: date-time
             * @description where the first window starts; when null or absent, at the end of the window that the job had before with another date range, or else at the fire time before the first. It cannot be changed once the job has run
             */
            from?: string | null;
            /** @enum {string} */
            kind: "SINCE_LAST";
        };
        SourceView: {
            compressions: string[];
            formats: string[];
            label: string;
            source: string;
            types: components["schemas"]["TypeView"][];
        };
        Suspension: {
            reason?: string | null;
        };
        TypeView: {
            dateColumns: string[];
            defaultDateColumn: string;
            /** @description null when the type cannot be narrowed to entity types */
            entityTypes: components["schemas"]["EntityTypeView"][];
            label: string;
            type: string;
        };
        Weekly: {
            /**
             * @description local time
             * @example 02:30
             */
            at: string;
            /** @enum {string} */
            dayOfWeek: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
            /** @enum {string} */
            kind: "WEEKLY";
        };
        /** @description Half-open: from belongs to it, to does not */
        Window: {
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            to: string | null;
        };
        /** @description Half-open: from belongs to it, to does not */
        WindowRequest: {
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description not in the future
             */
            to: string;
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
    catalog: {
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
                    "application/json": components["schemas"]["CatalogView"];
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
    list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description part of the title or description */
                q?: string;
                /** @description up to three fields, each with - in front for descending: title, source, type, state, lastRun.status, lastRun.at, nextFireTime, createdBy, createdAt, updatedAt */
                sort?: string;
                source?: string;
                state?: "ACTIVE" | "SUSPENDED";
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
                    "application/json": components["schemas"]["JobList"];
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
    create: {
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
                "application/json": components["schemas"]["JobSettings"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
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
    get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
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
                    "application/json": components["schemas"]["Job"];
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
    update: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
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
    delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
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
    list_1: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                jobId: string;
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
                    "application/json": components["schemas"]["BackfillList"];
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
    request: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackfillRequest"];
            };
        };
        responses: {
            /** @description Dry run: what it would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backfill"];
                };
            };
            /** @description Taken on */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backfill"];
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
    get_2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                backfillId: string;
                jobId: string;
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
                    "application/json": components["schemas"]["Backfill"];
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
    cancel_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                backfillId: string;
                jobId: string;
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
                    "application/json": components["schemas"]["Backfill"];
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
    missed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
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
                    "application/json": components["schemas"]["MissedFireTimes"];
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
    resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Resumption"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
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
    runNow: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunNow"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunAccepted"];
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
    suspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Suspension"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
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
    list_2: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                jobId: string;
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
                    "application/json": components["schemas"]["JobVersionList"];
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
    get_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
                version: number;
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
                    "application/json": components["schemas"]["JobVersion"];
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
    delete_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkDeletion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
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
    preview: {
        parameters: {
            query?: {
                count?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
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
    resume_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkResumption"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
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
    suspend_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSuspension"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
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
    cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
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
                    "application/json": components["schemas"]["RunAccepted"];
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
    retry: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                runId: string;
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
                    "application/json": components["schemas"]["RunAccepted"];
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
    settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
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
                    "application/json": components["schemas"]["RunSettings"];
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
