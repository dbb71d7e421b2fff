package dev.longshore.history.retention;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The end of artifacts. How long they are kept is decided where they are made: by the job, or by the workers' setting.
 *
 * @param sweepInterval how often artifacts are looked for whose time is over; users cannot download them from the very
 *     moment on, and their files are gone one interval later at the latest, unless somebody is still downloading them
 * @param warning how long before the end systems downstream are told of it; never earlier than half of the retention
 */
@Validated
@ConfigurationProperties("longshore.history.retention")
record RetentionProperties(
        @NotNull @DefaultValue("10m") Duration sweepInterval,
        @NotNull @DefaultValue("3d") Duration warning) {}
