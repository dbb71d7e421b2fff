package dev.longshore.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.longshore.embedded.KafkaBroker;
import dev.longshore.platform.messaging.KafkaClientSettings;
import dev.longshore.platform.messaging.MessagingConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * A broker that wants TLS and a password (SASL_SSL, SCRAM-SHA-512), and a database that wants TLS, met with the settings of
 * docs/security.md and with wrong ones. Both servers have certificates of an authority that was made for the purpose.
 */
@DisabledIfSystemProperty(named = "longshore.test.containers", matches = "true", disabledReason = "files of the server")
@SuppressWarnings("NullAway.Init") // made before the first test
class EncryptedServersIT {
    private static final String TOPIC = "words";
    private static final String SECRET = "sesame-of-the-broker";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static TestAuthority stranger;
    private static KafkaBroker broker;
    private static int encryptedPort;
    private static Path rules;
    private static String formerRules;

    @BeforeAll
    static void encrypt() throws Exception {
        authority = TestAuthority.create(folder, "longshore");
        stranger = TestAuthority.create(folder, "stranger");
        TestAuthority.Identity server = authority.issue("server");
        startBroker(server);
        encryptDatabase(server);
    }

    private static void startBroker(TestAuthority.Identity server) throws Exception {
        int port = FreePorts.next();
        int controllerPort = FreePorts.next();
        encryptedPort = FreePorts.next();
        broker = KafkaBroker.start(
                new KafkaBroker.Settings(folder.resolve("kafka"), port, controllerPort),
                Map.of(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:%d,SASL_SSL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(port, encryptedPort, controllerPort),
                        "advertised.listeners",
                        "PLAINTEXT://127.0.0.1:%d,SASL_SSL://127.0.0.1:%d".formatted(port, encryptedPort),
                        "listener.security.protocol.map",
                        "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL",
                        "listener.name.sasl_ssl.ssl.keystore.type",
                        "PEM",
                        "listener.name.sasl_ssl.ssl.keystore.location",
                        server.keyAndCertificate().toString(),
                        "sasl.enabled.mechanisms",
                        "SCRAM-SHA-512",
                        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            "longshore", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), SECRET)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
    }

    /** The shared server asks for TLS as long as this class runs, and of this class's database only. */
    private static void encryptDatabase(TestAuthority.Identity server) throws Exception {
        String database = postgres.jdbcUrl().substring(postgres.jdbcUrl().lastIndexOf('/') + 1);
        rules = Path.of(inDatabase("", "SHOW hba_file"));
        formerRules = Files.readString(rules);
        Files.writeString(rules, """
                hostssl %1$s all 127.0.0.1/32 scram-sha-256
                host %1$s all 127.0.0.1/32 reject
                """.formatted(database) + formerRules);
        postgres.execute(
                "ALTER SYSTEM SET ssl_cert_file = '%s'".formatted(server.certificate()),
                "ALTER SYSTEM SET ssl_key_file = '%s'".formatted(server.key()),
                "ALTER SYSTEM SET ssl = on",
                "SELECT pg_reload_conf()");
    }

    @AfterAll
    static void openAgain() throws IOException {
        broker.close();
        Files.writeString(rules, formerRules);
        postgres.execute(
                "ALTER SYSTEM RESET ssl",
                "ALTER SYSTEM RESET ssl_cert_file",
                "ALTER SYSTEM RESET ssl_key_file",
                "SELECT pg_reload_conf()");
    }

    @Test
    void every_kind_of_kafka_client_comes_in_with_the_documented_settings() {
        kafka(authority, SECRET).run(context -> {
            KafkaClientSettings settings = context.getBean(KafkaClientSettings.class);
            send(context, "hello");

            try (Admin admin = Admin.create(settings.ofAdministration())) {
                assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS))
                        .as("made at the start")
                        .containsExactly(TOPIC);
                readFromTheBeginning(admin);
            }
            assertThat(received(context)).containsExactly("hello");
            assertThat(shared(settings)).containsExactly("hello");
        });
    }

    @Test
    void a_wrong_password_is_refused_in_one_line_that_names_the_settings() {
        List<String> log = logOf(() -> kafka(authority, "wrong-" + SECRET)
                .run(context -> assertThatThrownBy(() -> send(context, "lost"))
                        .hasRootCauseInstanceOf(SaslAuthenticationException.class)));

        assertThat(log)
                .filteredOn(line -> line.startsWith("Topics could not be created."))
                .singleElement()
                .asString()
                .isEqualTo("Topics could not be created. Kafka at [127.0.0.1:%d] refuses the sign-in: look at user and"
                                .formatted(encryptedPort)
                        + " password in spring.kafka.properties[sasl.jaas.config], and at"
                        + " spring.kafka.properties[sasl.mechanism], which is SCRAM-SHA-512");
        assertThat(log).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void a_broker_whose_certificate_is_a_strangers_gets_nothing() {
        List<String> log = logOf(() -> kafka(stranger, SECRET)
                .run(context -> assertThatThrownBy(() -> send(context, "lost"))
                        .hasStackTraceContaining(SslAuthenticationException.class.getName())
                        .hasStackTraceContaining("PKIX")));

        assertThat(log)
                .filteredOn(line -> line.startsWith("Topics could not be created."))
                .singleElement()
                .asString()
                .contains(
                        "do not agree on TLS (unable to find valid certification path",
                        "spring.kafka.ssl.bundle",
                        "spring.kafka.bootstrap-servers");
        assertThat(log).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void who_speaks_no_tls_gets_no_answer_from_the_broker() {
        List<String> log = logOf(() -> kafka(authority, SECRET)
                .withPropertyValues(
                        "spring.kafka.security.protocol=SASL_PLAINTEXT",
                        "spring.kafka.admin.operation-timeout=1s",
                        "spring.kafka.admin.close-timeout=0s",
                        "spring.kafka.admin.properties[default.api.timeout.ms]=1000",
                        "spring.kafka.admin.properties[request.timeout.ms]=500",
                        "spring.kafka.properties[max.block.ms]=500")
                .run(context -> assertThatThrownBy(() -> send(context, "lost"))
                        .hasRootCauseInstanceOf(TimeoutException.class)));

        assertThat(log)
                .anyMatch(line -> line.contains("does not answer by the protocol SASL_PLAINTEXT")
                        && line.contains("spring.kafka.security.protocol"))
                .noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void a_database_is_believed_when_its_certificate_is_of_the_authority_in_the_url() {
        Eventually.that(
                "the server has taken up its certificate",
                () -> assertThat(inDatabase(
                                "?sslmode=verify-full&sslrootcert=" + authority.certificate(),
                                "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
                        .startsWith("TLSv1."));
    }

    @Test
    void a_database_with_a_strangers_certificate_is_not_spoken_to() {
        assertThatThrownBy(() ->
                        inDatabase("?sslmode=verify-full&sslrootcert=" + stranger.certificate(), "SELECT 'spoken'"))
                .isInstanceOf(SQLException.class)
                .hasStackTraceContaining("PKIX path");
    }

    @Test
    void a_database_that_asks_for_tls_refuses_who_comes_without() {
        assertThatThrownBy(() -> inDatabase("?sslmode=disable", "SELECT 'spoken'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no encryption");
    }

    /** A service's messaging, with what docs/security.md says. */
    private static ApplicationContextRunner kafka(TestAuthority trusted, String password) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, KafkaAutoConfiguration.class))
                .withUserConfiguration(MessagingConfiguration.class)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(NewTopic.class, () -> new NewTopic(TOPIC, 1, (short) 1))
                .withPropertyValues(
                        "longshore.registry.url=http://127.0.0.1:1",
                        "spring.kafka.bootstrap-servers=127.0.0.1:" + encryptedPort,
                        "spring.kafka.security.protocol=SASL_SSL",
                        "spring.kafka.ssl.bundle=broker",
                        "spring.ssl.bundle.pem.broker.truststore.certificate=" + trusted.certificate(),
                        "spring.kafka.properties[sasl.mechanism]=SCRAM-SHA-512",
                        "spring.kafka.properties[sasl.jaas.config]="
                                + "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"longshore\" password=\"" + password + "\";");
    }

    private static void send(ApplicationContext context, String word) throws Exception {
        @SuppressWarnings("unchecked")
        KafkaTemplate<String, byte[]> template = context.getBean("kafkaTemplate", KafkaTemplate.class);
        template.send(TOPIC, word, word.getBytes(UTF_8)).get(60, TimeUnit.SECONDS);
    }

    private static List<String> received(ApplicationContext context) {
        @SuppressWarnings("unchecked")
        ConsumerFactory<String, byte[]> consumers = context.getBean("consumerFactory", ConsumerFactory.class);
        List<String> words = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("readers", "")) {
            consumer.subscribe(List.of(TOPIC));
            Eventually.within(PATIENCE).holds("a consumer receives", () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> words.add(message.key()));
                assertThat(words).isNotEmpty();
            });
        }
        return words;
    }

    private static void readFromTheBeginning(Admin admin) throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.GROUP, "workers"),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET))))
                .all()
                .get(60, TimeUnit.SECONDS);
    }

    private static List<String> shared(KafkaClientSettings kafka) {
        Map<String, Object> settings = kafka.ofShareConsumers();
        settings.put("group.id", "workers");
        List<String> words = new ArrayList<>();
        try (ShareConsumer<String, byte[]> consumer =
                new KafkaShareConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            Eventually.within(PATIENCE).holds("a share consumer receives", () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> words.add(message.key()));
                assertThat(words).isNotEmpty();
            });
        }
        return words;
    }

    /** What all loggers wrote meanwhile, without stack traces, from INFO upwards. */
    private static List<String> logOf(Runnable work) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        root.addAppender(appender);
        try {
            work.run();
        } finally {
            root.detachAppender(appender);
        }
        return List.copyOf(appender.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** The one text that a query returns; the connection is one of its own. */
    private static String inDatabase(String parameters, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl() + parameters, postgres.username(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
