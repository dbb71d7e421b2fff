package dev.longshore.testing;

import dev.longshore.embedded.RegistryServer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real Kafka broker and a schema registry:
 *
 * <pre>
 * &#64;RegisterExtension
 * static final KafkaExtension kafka = new KafkaExtension();
 *
 * &#64;DynamicPropertySource
 * static void broker(DynamicPropertyRegistry registry) {
 *     kafka.register(registry);
 * }
 * </pre>
 *
 * <p>The broker is shared by all classes of the JVM; each class finds it without topics, and has a registry of its own.
 * Topics do not appear by themselves. A Spring test adds {@code @DirtiesContext}, else its listeners stay members of
 * their groups and take the messages of the next class.
 */
public final class KafkaExtension implements BeforeAllCallback, AfterAllCallback {
    private static final long PATIENCE_SECONDS = 60;

    private static @Nullable Runnable leavesBeforeNextClass;

    private @Nullable RegistryServer registry;

    /**
     * Lets something go on using the broker after its class: for a service that the next class may need as it is. Of these
     * there is one at most.
     *
     * @param leave is called before another class finds the broker without topics
     */
    public static void lend(Runnable leave) {
        leavesBeforeNextClass = leave;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Runnable leave = leavesBeforeNextClass;
        if (leave != null) {
            leavesBeforeNextClass = null;
            leave.run();
        }
        deleteTopics();
        registry = RegistryServer.startInMemory(0);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        requireRegistry().close();
        registry = null;
    }

    /** What clients set as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return TestServers.broker().bootstrapServers();
    }

    /** Address of the schema registry. */
    public String registryUrl() {
        return requireRegistry().uri().toString();
    }

    /** Creates topics of four partitions, and returns when they can be written to. */
    public void createTopics(String... names) {
        createTopics(4, names);
    }

    /** Creates topics, and returns when they can be written to. */
    public void createTopics(int partitions, String... names) {
        Collection<NewTopic> topics = Arrays.stream(names)
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList();
        administer(admin -> admin.createTopics(topics).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** Sets {@code spring.kafka.bootstrap-servers} and {@code longshore.registry.url}. */
    public void register(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", this::bootstrapServers);
        properties.add("longshore.registry.url", this::registryUrl);
    }

    private void deleteTopics() {
        administer(admin -> {
            Set<String> names = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            admin.deleteTopics(names).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            // The controller has forgotten them by now; a service that asks the broker too soon would find them still.
            Eventually.that(
                    "the broker has forgotten the topics of the class before",
                    () -> admin.listTopics()
                            .names()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .isEmpty());
        });
    }

    private interface Administration {
        void run(Admin admin) throws ExecutionException, InterruptedException, TimeoutException;
    }

    private void administer(Administration administration) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            administration.run(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not do what the test asked for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private RegistryServer requireRegistry() {
        RegistryServer started = registry;
        if (started == null) {
            throw new IllegalStateException(
                    "The registry runs from @BeforeAll on; register the extension as a static field");
        }
        return started;
    }
}
