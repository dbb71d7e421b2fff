package dev.longshore.worker.file;

import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FileConfiguration {
    @Bean
    FileDao fileDao(Jdbi jdbi) {
        return jdbi.onDemand(FileDao.class);
    }

    @Bean
    StreamedFileDao streamedFileDao(Jdbi jdbi) {
        return jdbi.onDemand(StreamedFileDao.class);
    }
}
