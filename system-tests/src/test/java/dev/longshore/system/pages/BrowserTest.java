package dev.longshore.system.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that look at the console in a real browser. Methods take a {@link Console} as argument. Each class of such tests is
 * abstract and stands in {@link BrowserIT}; all share one product, so each makes the jobs that it needs, with titles of its
 * own, and leaves other jobs alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("slow")
@DisabledIfSystemProperty(named = "browser", matches = "skip")
@ExtendWith(ConsoleExtension.class)
@interface BrowserTest {}
