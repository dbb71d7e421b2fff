package dev.longshore.platform.fault;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fault points of a service, where nothing goes wrong; tests bring their own. */
@Configuration(proxyBeanMethods = false)
public class FaultConfiguration {
    @Bean
    @ConditionalOnMissingBean
    FaultPoints faultPoints() {
        return FaultPoints.NONE;
    }
}
