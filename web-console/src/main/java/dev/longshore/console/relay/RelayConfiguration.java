package dev.longshore.console.relay;

import com.nimbusds.jose.JOSEException;
import dev.longshore.console.ConsoleProperties;
import dev.longshore.console.ProblemCodec;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
class RelayConfiguration {
    @Bean
    TokenMint tokenMint(InstantSource clock) throws JOSEException {
        return new TokenMint(clock);
    }

    @Bean
    OpenStreams openStreams() {
        return new OpenStreams();
    }

    @Bean
    Relay relay(ConsoleProperties properties, TokenMint mint, ProblemCodec problems, OpenStreams streams) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.relay().connectTimeout())
                .build();
        Routes routes = new Routes(
                new Upstream("scheduler-service", properties.services().scheduler()),
                new Upstream("history-service", properties.services().history()));
        return new Relay(routes, client, mint, problems, properties.relay(), streams);
    }

    /** After the console's own controllers, before its pages. */
    @Bean
    SimpleUrlHandlerMapping relayMapping(Relay relay) {
        return new SimpleUrlHandlerMapping(Map.of("/api/**", relay), 1);
    }
}
