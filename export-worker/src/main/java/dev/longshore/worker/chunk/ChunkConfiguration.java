package dev.longshore.worker.chunk;

import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChunkConfiguration {
    @Bean
    ChunkDao chunkDao(Jdbi jdbi) {
        return jdbi.onDemand(ChunkDao.class);
    }
}
