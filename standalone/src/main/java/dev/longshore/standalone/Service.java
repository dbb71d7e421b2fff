package dev.longshore.standalone;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One service as a Spring context of its own among others in this JVM.
 *
 * @param name its configuration's name
 * @param application its main class
 * @param settings what differs from its configuration file; they win over files and environment
 */
record Service(String name, Class<?> application, Map<String, String> settings) {

    ConfigurableApplicationContext start() {
        var spring = new SpringApplication(application);
        spring.setMainApplicationClass(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setRegisterShutdownHook(false); // the launcher stops everything in its order
        return spring.run(arguments());
    }

    private String[] arguments() {
        var arguments = new String[settings.size() + 1];
        arguments[0] = "--spring.config.name=" + name;
        int next = 1;
        for (var setting : settings.entrySet()) {
            arguments[next++] = "--" + setting.getKey() + "=" + setting.getValue();
        }
        return arguments;
    }

    /** Without the settings: some are passwords. */
    @Override
    public String toString() {
        return name;
    }
}
