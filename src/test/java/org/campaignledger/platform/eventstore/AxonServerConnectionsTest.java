package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** Token, TLS and keep-alive reach the connection from environment variables, by way of the shipped configuration. */
class AxonServerConnectionsTest {

    private static final Metadata.Key<String> TOKEN = Metadata.Key.of("AxonIQ-Access-Token",
            Metadata.ASCII_STRING_MARSHALLER);

    @TempDir
    private static Path folder;
    private static TestCertificate certificate;

    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private Server server;

    @BeforeAll
    static void certified() throws Exception {
        certificate = TestCertificate.in(folder, "server");
    }

    /** As little of an Axon Server as is needed to see who knocks. */
    @BeforeEach
    void aServerWithTls() throws Exception {
        server = NettyServerBuilder.forPort(0)
                .useTransportSecurity(certificate.certificate().toFile(), certificate.key().toFile())
                .addService(new PlatformServiceGrpc.PlatformServiceImplBase() {

                    @Override
                    public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
                        answer.onNext(PlatformInfo.newBuilder().setSameConnection(true).setPrimary(NodeInfo.newBuilder()
                                .setHostName("localhost").setGrpcPort(server.getPort()).build()).build());
                        answer.onCompleted();
                    }
                })
                .intercept(new ServerInterceptor() {

                    @Override
                    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
                            ServerCallHandler<Q, A> next) {
                        tokens.add(String.valueOf(headers.get(TOKEN)));
                        return next.startCall(call, headers);
                    }
                }).build().start();
    }

    @AfterEach
    void gone() throws InterruptedException {
        server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    /** What the shipped configuration comes to in this environment. */
    private static AxonServerConfiguration configured(Map<String, Object> variables) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addLast(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        List<PropertySource<?>> shipped = new YamlPropertySourceLoader().load("shipped", new ClassPathResource(
                "application.yaml"));
        shipped.forEach(environment.getPropertySources()::addLast);
        AxonServerConfiguration configuration = new AxonServerConnections().axonServerConfiguration("ledger");
        Binder.get(environment).bind("axon.axonserver", Bindable.ofInstance(configuration));
        return configuration;
    }

    private Map<String, Object> variables(Object... more) {
        Map<String, Object> variables = new HashMap<>(Map.of("AXON_SERVER_ADDRESS", "localhost:" + server.getPort()));
        for (int i = 0; i < more.length; i += 2) {
            variables.put((String) more[i], more[i + 1]);
        }
        return variables;
    }

    private static AxonServerConnectionManager connecting(Map<String, Object> variables) throws Exception {
        return new AxonServerConnections().axonServerConnectionManager(configured(variables));
    }

    @Test
    void theTokenIsSentOverTlsToWhomeverTheCertificateNames() throws Exception {
        AxonServerConnectionManager connections = connecting(variables("AXON_AXONSERVER_TOKEN", "a-token",
                "AXON_AXONSERVER_SSL_ENABLED", "true", "AXON_AXONSERVER_CERT_FILE", certificate.certificate()
                        .toString()));
        try {
            connections.getConnection("default");
            await().atMost(Duration.ofSeconds(10)).until(() -> tokens.contains("a-token"));
        } finally {
            connections.shutdown();
        }
    }

    @Test
    void anotherCertificateIsNotTrustedAndNoTokenIsGivenAway() throws Exception {
        TestCertificate other = TestCertificate.in(folder, "other");
        AxonServerConnectionManager connections = connecting(variables("AXON_SERVER_TOKEN", "a-token",
                "AXON_AXONSERVER_SSL_ENABLED", "true", "AXON_AXONSERVER_CERT_FILE", other.certificate().toString(),
                "AXON_AXONSERVER_CONNECT_TIMEOUT", "500", "AXON_AXONSERVER_RECONNECT_INTERVAL", "100"));
        try {
            assertThatThrownBy(() -> {
                connections.getConnection("default");
                if (!connections.isConnected("default")) {
                    throw new IllegalStateException("not connected");
                }
            }).isInstanceOf(RuntimeException.class);
            assertThat(tokens).isEmpty();
        } finally {
            connections.shutdown();
        }
    }

    @Test
    void withoutATokenNoneIsSent() throws Exception {
        AxonServerConnectionManager connections = connecting(variables("AXON_AXONSERVER_SSL_ENABLED", "true",
                "AXON_AXONSERVER_CERT_FILE", certificate.certificate().toString()));
        try {
            connections.getConnection("default");
            await().atMost(Duration.ofSeconds(10)).until(() -> !tokens.isEmpty());
            assertThat(tokens).containsOnly("null");
        } finally {
            connections.shutdown();
        }
    }

    @Test
    void everySettingComesFromTheEnvironment() throws Exception {
        AxonServerConfiguration shipped = configured(Map.of());
        assertThat(shipped.getServers()).isEqualTo("localhost:8124");
        assertThat(shipped.isSslEnabled()).isFalse();
        AxonServerConfiguration configured = configured(Map.of("AXON_SERVER_ADDRESS", "a:1,b:2,c:3",
                "AXON_SERVER_CONTEXT", "ledger", "AXON_AXONSERVER_KEEP_ALIVE_TIME", "2000",
                "AXON_AXONSERVER_KEEP_ALIVE_TIMEOUT", "7000"));
        assertThat(configured.getServers()).isEqualTo("a:1,b:2,c:3");
        assertThat(configured.routingServers()).hasSize(3);
        assertThat(configured.getContext()).isEqualTo("ledger");
        assertThat(configured.getKeepAliveTime()).isEqualTo(2_000);
        assertThat(configured.getKeepAliveTimeout()).isEqualTo(7_000);
    }

    @Test
    void aCertificateThatNobodyWouldLookAtIsRefused() {
        assertThatThrownBy(() -> connecting(variables("AXON_AXONSERVER_CERT_FILE", certificate.certificate()
                .toString()))).hasMessageContaining("axon.axonserver.ssl-enabled");
    }

    @Test
    void aCertificateThatIsNotThereIsRefused() {
        Path nowhere = folder.resolve("nowhere.crt");
        assertThat(Files.exists(nowhere)).isFalse();
        assertThatThrownBy(() -> connecting(variables("AXON_AXONSERVER_SSL_ENABLED", "true",
                "AXON_AXONSERVER_CERT_FILE", nowhere.toString()))).hasMessageContaining(nowhere.toString());
    }
}
