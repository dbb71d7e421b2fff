package dev.longshore.worker.testing;

import jakarta.validation.Validation;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Configuration properties as an installation would set them. */
public final class Bound {
    private Bound() {}

    /**
     * The properties with these settings and defaults for the rest.
     *
     * @param settings full names and values
     */
    public static <T> T to(Class<T> type, Map<String, String> settings) {
        ConfigurationProperties annotation = AnnotationUtils.findAnnotation(type, ConfigurationProperties.class);
        if (annotation == null) {
            throw new IllegalArgumentException(type + " is no configuration");
        }
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate(
                        annotation.value(),
                        Bindable.of(type),
                        new ValidationBindHandler(new SpringValidatorAdapter(
                                Validation.buildDefaultValidatorFactory().getValidator())));
    }
}
